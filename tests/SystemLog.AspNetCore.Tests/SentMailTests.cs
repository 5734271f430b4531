using System.Net;
using SystemLog.AspNetCore.Access;
using SystemLog.Messages;
using static SystemLog.AspNetCore.Tests.SettingsHost;

namespace SystemLog.AspNetCore.Tests;

public sealed class SentMailTests
{
    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);

    [Fact]
    public async Task The_page_shows_the_mail_its_text_and_its_subject_and_lets_nothing_else_into_the_frame()
    {
        await using var host = await StartAsync();
        await BelievableShop.SeedAsync(host.Panel, 3);
        using var kari = host.Browser();
        await SaveAsync(kari);

        var page = await kari.GetAsync(Page + "/preview");

        page.Text.Should().ContainAll("Subject: 3 ordrer trenger oppfølging · Fjell", "Links work in the mail itself, not here.", "Har ventet lengst");
        page.Html.Should().MatchRegex("""<iframe sandbox(="")? src="/systemlog/settings/preview.html" title="The mail">""");
        page.Headers["Content-Security-Policy"].Should().EndWith("frame-ancestors 'none'; frame-src 'self'");
        (await kari.GetAsync(Page)).Headers["Content-Security-Policy"].Should().NotContain("frame-src");
    }

    [Fact]
    public async Task The_mail_in_the_frame_can_load_run_and_send_nothing_and_its_links_lead_nowhere()
    {
        await using var host = await StartAsync();
        using var kari = host.Browser();

        var mail = await kari.GetAsync(Page + "/preview.html");

        mail.Headers["Content-Security-Policy"].Should().Be(
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; form-action 'none'; base-uri 'none'; sandbox");
        mail.Headers["Content-Type"].Should().Be("text/html; charset=utf-8");
        mail.Headers["Cache-Control"].Should().Be("no-store");
        mail.Html.Should().Contain("<head><base target=\"_blank\">").And.Contain("<!doctype html>");
    }

    [Fact]
    public async Task A_test_goes_to_the_one_address_and_stands_in_the_list()
    {
        await using var host = await StartAsync();
        using var kari = host.Browser();
        await SaveAsync(kari);

        var queued = await kari.FollowAsync(await kari.SubmitAsync(await kari.GetAsync(Page), "/settings/test", ("to", " ola@shop.example ")));
        await host.PassAsync(TimeSpan.Zero);
        var page = await kari.GetAsync(Page);

        queued.Text.Should().ContainAll("The test is queued.", "Test About to be sent");
        host.Sender.Sent.Should().ContainSingle().Which.To.Should().Equal(new Mailbox("ola@shop.example"));
        page.Text.Should().Contain("Test Sent ola@shop.example 0");
    }

    [Fact]
    public async Task The_first_recipient_is_offered_for_the_test()
    {
        await using var host = await StartAsync();
        using var kari = host.Browser();

        var page = await SaveAsync(kari, ("recipients", "ola@shop.example kari@shop.example"));

        page.Html.Should().Contain("name=\"to\" value=\"ola@shop.example\"");
    }

    [Fact]
    public async Task A_test_to_what_cannot_be_an_address_is_refused_with_what_was_typed()
    {
        await using var host = await StartAsync();
        using var kari = host.Browser();

        var page = await kari.SubmitAsync(await kari.GetAsync(Page), "/settings/test", ("to", "ola\r\nBcc: all@shop.example"));

        page.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        page.Text.Should().Contain("This cannot be an e-mail address: ola");
        page.Html.Should().Contain("Bcc: all@shop.example");
        (await host.Digests.ListAsync("main", cancellationToken: TestContext.Current.CancellationToken)).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task The_list_says_what_became_of_each_mail_and_for_whom()
    {
        await using var host = await StartAsync();
        host.Sender
            .Answer(new SendOutcome.Accepted("1", [new(new("ola@shop.example"), "550 5.1.1 No such user", IsTransient: false)]))
            .Answer(new SendOutcome.Refused("554 We take nothing from you <script>", IsTransient: false));
        await BelievableShop.SeedAsync(host.Panel, 3);
        using var kari = host.Browser();
        await SaveAsync(kari, ("recipients", "kari@shop.example ola@shop.example"));

        await host.PassAsync(s_day);
        await host.PassAsync(s_day);
        var page = await kari.GetAsync(Page);

        page.Text.Should().ContainAll(
            "21 Nov Sent, but not to all kari@shop.example Not taken for: ola@shop.example 3", "22 Nov Not sent 554 We take nothing from you <script>");
        page.Html.Should().NotContain("you <script>");
        page.HasForm("/run-again").Should().BeTrue();
    }

    [Fact]
    public async Task Nothing_to_tell_is_no_failure()
    {
        await using var host = await StartAsync();
        using var kari = host.Browser();
        await SaveAsync(kari);

        await host.PassAsync(s_day);

        (await kari.GetAsync(Page)).Text.Should().Contain("21 Nov Not needed: nothing untreated");
        host.Sender.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task After_a_lost_answer_it_is_unknown_and_sent_again_only_by_a_person_who_was_warned()
    {
        await using var host = await StartAsync();
        host.Sender.Answer(new SendOutcome.Unknown("The connection broke.")).Answer(new SendOutcome.Accepted("2", []));
        using var kari = host.Browser();
        await SaveAsync(kari, ("empty", "1"));
        await host.PassAsync(s_day);
        await host.PassAsync(TimeSpan.FromHours(3));

        var page = await kari.GetAsync(Page);
        var sentByItself = host.Sender.Sent.Count;
        var confirm = await kari.GetAsync(page.Links.Single(link => link.EndsWith("/run-again", StringComparison.Ordinal)));
        await kari.SubmitAsync(confirm, "/run-again");
        await host.PassAsync(TimeSpan.Zero);

        page.Text.Should().ContainAll("21 Nov Perhaps sent", "The mail server’s answer was lost", "it is never sent again by itself", "Send again");
        page.HasForm("/run-again").Should().BeFalse();
        sentByItself.Should().Be(1);
        confirm.Text.Should().Contain("it now happens a second time");
        host.Sender.Sent.Should().HaveCount(2);
        (await kari.GetAsync(Page)).Text.Should().Contain("21 Nov Sent kari@shop.example");
    }

    [Fact]
    public async Task Who_may_not_operate_cannot_send_again()
    {
        await using var host = await StartAsync();
        host.Sender.Answer(new SendOutcome.Unknown("The connection broke."));
        using var kari = host.Browser($"kari;right={SystemLogRights.View};right={SystemLogRights.Settings}");
        await SaveAsync(kari, ("empty", "1"));
        await host.PassAsync(s_day);

        var page = await kari.GetAsync(Page);

        page.Text.Should().Contain("Perhaps sent").And.NotContain("Send again");
        page.Links.Should().NotContain(link => link.EndsWith("/run-again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Older_mails_are_on_the_next_page()
    {
        await using var host = await StartAsync();
        using var kari = host.Browser();
        await SaveAsync(kari, ("empty", "1"));
        for (var day = 0; day < 21; day++)
        {
            await host.PassAsync(s_day);
        }

        var first = await kari.GetAsync(Page);
        var second = await kari.GetAsync(first.Links.Single(link => link.Contains("after=", StringComparison.Ordinal)).Split('#')[0]);

        first.Text.Should().Contain("11 Dec Sent").And.NotContain("21 Nov Sent");
        second.Text.Should().Contain("21 Nov Sent").And.NotContain("11 Dec Sent");
        second.Links.Should().Contain(Page + "#sent");
    }

    [Fact]
    public async Task A_host_without_a_mail_sender_says_what_is_missing_and_queues_nothing()
    {
        await using var host = await StartAsync(withSender: false);
        using var kari = host.Browser();

        var page = await SaveAsync(kari);
        var test = await kari.PostAsync(Page + "/test", [.. page.Form("/settings").Fields, ("to", "kari@shop.example")]);

        page.Text.Should().ContainAll("No mail can be sent yet", "AddSmtp(…)", "Settings saved.");
        page.HasForm("/settings/test").Should().BeFalse();
        test.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await host.Digests.ListAsync("main", cancellationToken: TestContext.Current.CancellationToken)).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task Where_mails_are_redirected_every_page_says_where_they_go()
    {
        await using var host = await StartAsync(options => options.RedirectMailTo = "test@shop.example");
        await using var production = await StartAsync();
        using PanelBrowser kari = host.Browser(), ola = production.Browser("ola");

        foreach (var path in new[] { "", "/causes", "/history", "/work", "/settings", "/settings/preview" })
        {
            (await kari.GetAsync("/systemlog" + path)).Text.Should()
                .Contain("Mails of this copy go to test@shop.example, not to the people they were written for.", path);
            (await ola.GetAsync("/systemlog" + path)).Text.Should().NotContain("Mails of this copy", path);
        }
    }
}
