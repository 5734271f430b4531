using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using SystemLog.Issues;
using SystemLog.Subjects;

namespace SystemLog.AspNetCore.Tests;

public sealed class BadgeTests
{
    [Fact]
    public async Task The_number_is_of_orders_and_an_unchanged_one_costs_nothing()
    {
        await using var host = await PanelHost.StartAsync();
        await BelievableShop.SeedAsync(host, 30);
        using var kari = host.Browser();

        var badge = await kari.GetAsync("/systemlog/badge.json");
        var again = await kari.GetAsync("/systemlog/badge.json", headers => headers.Add("If-None-Match", badge.Headers["ETag"]));

        JsonDocument.Parse(badge.Html).RootElement.ToString().Should().Be("""{"untreated":29,"text":"29","label":"29 untreated orders"}""", "issues 3 and 30 are of one order");
        again.Status.Should().Be(HttpStatusCode.NotModified);
        again.Html.Should().BeEmpty();
    }

    [Fact]
    public async Task The_number_follows_what_the_person_does_at_once_and_what_others_do_soon()
    {
        await using var host = await PanelHost.StartAsync();
        await BelievableShop.SeedAsync(host, 5);
        using var kari = host.Browser();
        var page = await kari.GetAsync("/systemlog");

        await kari.SubmitAsync(page, "/issues/solve", ("only", BelievableShop.Id(1).ToString()));
        var own = await kari.GetAsync("/systemlog/badge.json");
        await host.Log.SolveAsync("main", new IssueSelection.These([BelievableShop.Id(2)]), new Actor("ola", "Ola"));
        var kept = await kari.GetAsync("/systemlog/badge.json");
        host.Time.Advance(TimeSpan.FromSeconds(10));
        var fresh = await kari.GetAsync("/systemlog/badge.json");

        own.Html.Should().Contain("\"untreated\":4");
        kept.Html.Should().Contain("\"untreated\":4");
        fresh.Html.Should().Contain("\"untreated\":3");
    }

    [Fact]
    public async Task A_thousand_and_more_is_shown_as_999_plus()
    {
        await using var host = await PanelHost.StartAsync();
        await BelievableShop.SeedAsync(host, 1_200);
        using var kari = host.Browser();

        (await kari.GetAsync("/systemlog/badge.json")).Html.Should().Contain("\"text\":\"999\\u002B\"");
    }

    [Fact]
    public async Task The_html_leads_to_the_panel_and_says_the_number_in_words()
    {
        await using var host = await PanelHost.StartAsync();
        await BelievableShop.SeedAsync(host, 2);
        using var kari = host.Browser(language: "nb");

        var badge = await kari.GetAsync("/systemlog/badge");

        badge.Links.Should().Contain("/systemlog/");
        badge.Text.Should().Contain("2 ubehandlede ordrer");
    }

    [Theory]
    [InlineData("kari", true)]
    [InlineData("customer", false)]
    public async Task On_a_page_of_the_host_only_those_the_panels_policy_lets_in_see_it(string user, bool isShown)
    {
        await using var host = await PanelHost.StartAsync(new()
        {
            Services = services => services.AddAuthorizationBuilder().AddPolicy("Merchant", policy => policy.RequireUserName("Kari")),
            Map = routes =>
            {
                routes.MapSystemLog("/systemlog").RequireAuthorization("Merchant");
                routes.MapGet("/shop", () => new RazorComponentResult<SystemLogBadge>());
            },
        });
        using var person = host.Browser(user);

        var page = await person.GetAsync("/shop");

        page.Html.Contains("systemlog-badge").Should().Be(isShown);
    }

    [Fact]
    public async Task A_host_may_ask_its_own_database_per_request()
    {
        await using var host = await PanelHost.StartAsync(new() { Services = services => services.AddScoped<ISubjectSource, BelievableShop>() });
        await BelievableShop.SeedAsync(host, 1);
        using var kari = host.Browser();

        var page = await kari.GetAsync("/systemlog");

        page.Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task On_a_page_of_the_host_it_never_fails_the_page()
    {
        await using var host = await PanelHost.StartAsync(new() { Storage = DeadStorage.Register, Panel = options => options.Layout = typeof(ShopLayout) });
        using var kari = host.Browser();

        var page = await kari.GetAsync("/systemlog");
        var json = await kari.GetAsync("/systemlog/badge.json");

        page.Html.Should().Contain("systemlog-badge");
        page.Text.Should().Contain("?");
        json.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
    }
}
