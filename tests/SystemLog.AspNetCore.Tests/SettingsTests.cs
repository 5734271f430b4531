using System.Net;
using SystemLog.AspNetCore.Access;
using SystemLog.Digests;
using static SystemLog.AspNetCore.Tests.SettingsHost;

namespace SystemLog.AspNetCore.Tests;

public sealed class SettingsTests
{
    public static TheoryData<string, string, string> Wrong => new()
    {
        { "recipients", "", "Name at least one recipient" },
        { "recipients", "kari@shop.example, kari(at)shop", "This cannot be an e-mail address: kari(at)shop" },
        { "recipients", string.Join(' ', Enumerable.Range(1, 21).Select(number => $"k{number}@shop.example")), "21 recipients are too many." },
        { "day", "Someday", "There is no such day." },
        { "day", "9", "There is no such day." },
        { "hour", "24", "There is no such hour." },
        { "hour", "seven", "There is no such hour." },
        { "zone", "Europe/Bergen", "There is no such time zone: Europe/Bergen" },
        { "zone", "../../etc/passwd", "There is no such time zone: ../../etc/passwd" },
        { "language", "tlh", "The mail is not written in this language." },
    };

    [Fact]
    public async Task What_was_never_set_is_off_in_the_shops_zone_and_the_readers_language()
    {
        await using var host = await StartAsync();
        using var kari = host.Browser(language: "da");

        var page = await kari.GetAsync(Page);

        page.Text.Should().ContainAll("Opsummering på mail", "Den er slået fra", "Indstillingerne er ikke gemt endnu.", "Der er ikke sendt nogen opsummering endnu.");
        page.Html.Should().Contain("value=\"Europe/Oslo\" list=").And.Contain("<option value=\"da\" lang=\"da\" selected").And.NotContain("name=\"on\" value=\"1\" checked");
    }

    [Fact]
    public async Task A_merchant_turns_it_on_and_is_told_when_the_next_one_comes()
    {
        await using var host = await StartAsync();
        using var kari = host.Browser();

        var page = await SaveAsync(kari, ("recipients", "kari@shop.example; ola@shop.example\r\nKARI@shop.example"), ("empty", "1"));

        page.Text.Should().ContainAll("Settings saved.", "Next: tomorrow at 07:00", "Saved by Kari");
        var state = await host.StateAsync();
        state.Settings.Should().BeEquivalentTo(new DigestSettings
        {
            IsOn = true, Recipients = ["kari@shop.example", "ola@shop.example"], Language = "nb", AlsoWhenEmpty = true,
        });
        state.ChangedBy.Should().Be(new Actor("kari", "Kari"));
    }

    [Fact]
    public async Task A_weekly_mail_comes_on_its_day_on_the_clocks_of_its_zone()
    {
        await using var host = await StartAsync();
        using var kari = host.Browser();

        var page = await SaveAsync(kari, ("day", "Monday"), ("hour", "15"), ("zone", "Europe/Helsinki"));

        page.Text.Should().Contain("Next: Monday 23 Nov at 15:00 Europe/Helsinki");
        (await host.StateAsync()).NextAt.Should().Be(new DateTimeOffset(2026, 11, 23, 13, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task An_empty_zone_is_the_shops()
    {
        await using var host = await StartAsync();
        using var kari = host.Browser();

        await SaveAsync(kari, ("zone", " "));

        (await host.StateAsync()).Settings.TimeZone.Should().BeNull();
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_cannot_be_meant_is_refused_at_its_field_with_what_was_typed(string field, string value, string fault)
    {
        await using var host = await StartAsync();
        using var kari = host.Browser();

        var page = await kari.SubmitAsync(await kari.GetAsync(Page), "/settings", Daily((field, value), ("hour", field == "hour" ? value : "13")));

        page.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        page.Text.Should().Contain("Nothing was saved.").And.Contain(fault);
        page.Html.Should().Contain("aria-invalid=\"true\"").And.Contain(field == "hour" ? "kari@shop.example</textarea>" : "<option value=\"13\" selected");
        (await host.StateAsync()).Version.Should().Be(0);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        await using var host = await StartAsync();
        using var kari = host.Browser();

        var page = await kari.SubmitAsync(
            await kari.GetAsync(Page), "/settings", Daily(("recipients", "a b c d e f g"), ("zone", "Mars/Olympus"), ("hour", "99")));

        page.Text.Should().ContainAll("address: a", "address: e", "and 2 more", "no such hour", "Mars/Olympus").And.NotContain("address: f");
        page.Html.Should().Contain(">a b c d e f g</textarea>");
    }

    [Fact]
    public async Task What_was_typed_cannot_become_part_of_the_page()
    {
        await using var host = await StartAsync();
        using var kari = host.Browser();

        var page = await kari.SubmitAsync(
            await kari.GetAsync(Page), "/settings", Daily(("recipients", "</textarea><script>alert(1)</script>"), ("zone", "\"><script>x\u202E")));

        page.Html.Should().NotContain("<script>").And.NotContain("</textarea><");
        page.Text.Should().NotContain("script>x\u202E.");
    }

    [Fact]
    public async Task Who_saves_what_somebody_else_has_changed_meanwhile_sees_both_and_decides()
    {
        await using var host = await StartAsync();
        using PanelBrowser kari = host.Browser(), ola = host.Browser("ola");
        var seen = await kari.GetAsync(Page);
        await SaveAsync(ola, ("hour", "5"), ("recipients", "ola@shop.example"));

        var conflict = await kari.SubmitAsync(seen, "/settings", Daily());
        var before = await host.StateAsync();
        var saved = await kari.FollowAsync(await kari.SubmitAsync(conflict, "/settings", Daily()));

        conflict.Status.Should().Be(HttpStatusCode.Conflict);
        conflict.Text.Should().ContainAll("Ola saved these settings while you had the page open.", "Every day, 05:00 (Europe/Oslo)", "ola@shop.example");
        conflict.Html.Should().Contain(">kari@shop.example</textarea>");
        before.Settings.Hour.Should().Be(5);
        saved.Text.Should().Contain("Settings saved.");
        (await host.StateAsync()).Settings.Recipients.Should().Equal("kari@shop.example");
    }

    [Fact]
    public async Task Who_may_not_change_settings_sees_them_and_is_refused_when_posting_all_the_same()
    {
        await using var host = await StartAsync();
        using var kari = host.Browser();
        using var clerk = host.Browser($"ola;right={SystemLogRights.View};right={SystemLogRights.Solve};right={SystemLogRights.Operate}");
        await SaveAsync(kari);
        await BelievableShop.SeedAsync(host.Panel, 1);
        var token = (await clerk.GetAsync("/systemlog")).Form("/issues/solve").Fields;

        var page = await clerk.GetAsync(Page);
        var save = await clerk.PostAsync(Page, [.. token, ("seen", "1"), .. Daily(("hour", "3"))]);
        var test = await clerk.PostAsync(Page + "/test", [.. token, ("to", "ola@shop.example")]);

        page.Text.Should().ContainAll("You may see these settings but not change them.", "kari@shop.example");
        page.Html.Should().NotContain("name=\"seen\"").And.NotContain("method=\"post\"").And.Contain("<fieldset disabled");
        (save.Status, test.Status).Should().Be((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden));
        (await host.StateAsync()).Settings.Hour.Should().Be(7);
    }

    [Theory]
    [InlineData("/settings")]
    [InlineData("/settings/test")]
    public async Task A_form_without_its_token_or_from_another_site_changes_nothing(string action)
    {
        await using var host = await StartAsync();
        using var kari = host.Browser();
        var form = (await kari.GetAsync(Page)).Form(action);

        var without = await kari.PostAsync(form.Action, [("seen", "0"), ("to", "kari@shop.example"), .. Daily()]);
        var elsewhere = await kari.PostAsync(
            form.Action, [.. form.Fields, ("to", "kari@shop.example"), .. Daily()], headers => headers.Add("Sec-Fetch-Site", "cross-site"));

        (without.Status, elsewhere.Status).Should().Be((HttpStatusCode.BadRequest, HttpStatusCode.Forbidden));
        (await host.StateAsync()).Version.Should().Be(0);
        (await host.Digests.ListAsync("main", cancellationToken: TestContext.Current.CancellationToken)).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task A_form_that_is_not_ours_is_refused()
    {
        await using var host = await StartAsync();
        using var kari = host.Browser();

        var answer = await kari.SubmitAsync(await kari.GetAsync(Page), "/settings", Daily(("seen", "a long time ago")));

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_settings_of_another_shop_are_neither_seen_nor_changed()
    {
        await using var host = await StartAsync(options => options.Shops.Add(new() { Id = "other" }));
        using PanelBrowser kari = host.Browser("kari;shop=main"), chief = host.Browser("chief;shop=main;shop=other");
        var other = await chief.GetAsync(Page + "?shop=other");
        await chief.SubmitAsync(other, "/settings", Daily(("recipients", "secret@other.example")));

        var ours = await SaveAsync(kari);
        var theirs = await kari.PostAsync(Page + "?shop=other", [.. ours.Form("/settings").Fields, .. Daily()]);

        ours.Html.Should().NotContain("secret@other.example");
        theirs.Status.Should().Be(HttpStatusCode.NotFound);
        foreach (var path in new[] { "", "/preview", "/preview.html" })
        {
            (await kari.GetAsync($"{Page}{path}?shop=other")).Status.Should().Be(HttpStatusCode.NotFound, path);
        }

        (await host.StateAsync("other")).Settings.Recipients.Should().Equal("secret@other.example");
    }

    [Fact]
    public async Task The_mail_links_to_where_the_panel_was_and_names_the_shop_where_there_are_several()
    {
        await using var one = await StartAsync();
        await using var several = await StartAsync(options => options.Shops.Add(new() { Id = "other" }));
        using PanelBrowser kari = one.Browser(), ola = several.Browser("ola;shop=main");
        await SaveAsync(kari);
        await SaveAsync(ola);

        var texts = (
            (await kari.GetAsync(Page + "/preview")).Text,
            (await ola.GetAsync(Page + "/preview")).Text);

        texts.Item1.Should().Contain("http://shop.example/systemlog/settings").And.NotContain("shop=main");
        texts.Item2.Should().Contain("http://shop.example/systemlog/settings?shop=main");
    }

    [Fact]
    public async Task When_the_database_does_not_answer_the_page_says_so()
    {
        await using var host = await PanelHost.StartAsync(new() { Storage = DeadStorage.Register });
        using var kari = host.Browser();

        foreach (var path in new[] { "", "/preview", "/preview.html" })
        {
            (await kari.GetAsync(Page + path)).Status.Should().Be(HttpStatusCode.ServiceUnavailable, path);
        }
    }
}
