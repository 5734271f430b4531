using System.Net;
using Microsoft.AspNetCore.Builder;
using SystemLog.AspNetCore.Access;

namespace SystemLog.AspNetCore.Tests;

public sealed class AccessTests
{
    private static readonly Action<SystemLogOptions> s_twoShops = options =>
    {
        options.Shops.Add(new() { Id = "main", Name = "Fjell" });
        options.Shops.Add(new() { Id = "other", Name = "Fjord" });
    };

    [Fact]
    public async Task A_panel_without_a_policy_keeps_the_host_from_starting_and_says_how_to_mend_it()
    {
        var start = () => PanelHost.StartAsync(new() { Map = app => app.MapSystemLog("/systemlog") });

        (await start.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*open to everybody*RequireAuthorization*");
    }

    [Fact]
    public async Task A_panel_that_allows_everybody_keeps_the_host_from_starting()
    {
        var start = () => PanelHost.StartAsync(new() { Map = app => app.MapSystemLog("/systemlog").RequireAuthorization().AllowAnonymous() });

        await start.Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task A_policy_on_a_group_around_the_panel_is_enough()
    {
        await using var host = await PanelHost.StartAsync(new() { Map = app => app.MapGroup("/admin").RequireAuthorization().MapSystemLog("/log") });
        using var kari = host.Browser();

        (await kari.GetAsync("/admin/log")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_panel_that_was_not_added_says_so_when_it_is_mapped()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();

        var map = () => app.MapSystemLog();

        map.Should().Throw<InvalidOperationException>().WithMessage("*AddControlPanel()*");
    }

    [Fact]
    public async Task Nobody_gets_in_without_signing_in()
    {
        await using var host = await PanelHost.StartAsync();
        using var nobody = host.Browser(user: "");

        foreach (var path in new[] { "/systemlog", "/systemlog/history", "/systemlog/badge", "/systemlog/badge.json" })
        {
            (await nobody.GetAsync(path)).Status.Should().Be(HttpStatusCode.Unauthorized, path);
        }
    }

    [Fact]
    public async Task A_person_without_the_right_to_view_is_refused()
    {
        await using var host = await PanelHost.StartAsync();
        using var kari = host.Browser($"kari;right={SystemLogRights.Solve}");

        (await kari.GetAsync("/systemlog")).Status.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_shop_the_person_may_not_see_does_not_exist()
    {
        await using var host = await PanelHost.StartAsync(new() { SystemLog = s_twoShops });
        await BelievableShop.SeedAsync(host, 1, "other");
        using var kari = host.Browser("kari;shop=main");

        (await kari.GetAsync("/systemlog?shop=other")).Status.Should().Be(HttpStatusCode.NotFound);
        (await kari.GetAsync($"/systemlog/issues/{BelievableShop.Id(1)}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await kari.GetAsync("/systemlog/badge.json?shop=other")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Where_there_are_several_shops_nobody_sees_one_that_no_claim_names()
    {
        await using var host = await PanelHost.StartAsync(new() { SystemLog = s_twoShops });
        using var kari = host.Browser("kari");

        (await kari.GetAsync("/systemlog")).Status.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_person_of_several_shops_switches_between_them_and_stays_in_one()
    {
        await using var host = await PanelHost.StartAsync(new() { SystemLog = s_twoShops });
        await BelievableShop.SeedAsync(host, 1, "other");
        using var kari = host.Browser("kari;shop=main;shop=other");

        var main = await kari.GetAsync("/systemlog");
        var other = await kari.GetAsync(main.Links.Single(link => link == "/systemlog/?shop=other"));

        other.Text.Should().Contain("104899");
        other.Links.Where(link => link.Contains("/issues/") || link.Contains("/history")).Should().OnlyContain(link => link.EndsWith("shop=other"));
    }

    [Fact]
    public async Task Who_may_only_look_sees_no_buttons_and_is_refused_when_posting_all_the_same()
    {
        await using var host = await PanelHost.StartAsync();
        await BelievableShop.SeedAsync(host, 2);
        using var kari = host.Browser($"kari;right={SystemLogRights.View}");
        var path = $"/systemlog/issues/{BelievableShop.Id(1)}";

        var overview = await kari.GetAsync("/systemlog");
        var details = await kari.GetAsync(path);
        var refused = await kari.SubmitAsync(overview, "/issues/solve", ("only", BelievableShop.Id(1).ToString()));

        overview.Html.Should().NotContain("name=\"only\"").And.NotContain("name=\"id\"");
        details.HasForm("/solve").Should().BeFalse();
        details.HasForm("/mute").Should().BeFalse();
        refused.Status.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Answers_of_providers_are_shown_only_to_who_may_see_them()
    {
        await using var host = await PanelHost.StartAsync();
        await BelievableShop.SeedAsync(host, 1);
        using var clerk = host.Browser();
        using var merchant = host.Browser($"ola;right={SystemLogRights.View};right={SystemLogRights.SeePayload}");
        var path = $"/systemlog/issues/{BelievableShop.Id(1)}";

        (await clerk.GetAsync(path)).Text.Should().NotContain("error_messages");
        (await merchant.GetAsync(path)).Text.Should().Contain("error_messages");
    }
}
