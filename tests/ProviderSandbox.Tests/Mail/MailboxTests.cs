using System.Net;
using ProviderSandbox.Mail;

namespace ProviderSandbox.Tests.Mail;

public sealed class MailboxTests : SandboxTest
{
    private const string Hostile = "<script>alert(1)</script>";

    [Fact]
    public async Task The_newest_mails_are_kept_and_older_ones_forgotten()
    {
        await using var sandbox = await StartAsync(new MailLimits { Kept = 10 });

        await ReceiveAsync(sandbox, Enumerable.Range(1, 35).Select(i => $"Subject: {i}\r\n\r\nx"));

        sandbox.Mailbox.Mails.Select(mail => mail.Subject).Should().Equal(Enumerable.Range(26, 10).Select(i => $"{i}"));
        (sandbox.Mailbox.Find(25), sandbox.Mailbox.Find(26)!.Subject).Should().Be((null, "26"));
    }

    [Fact]
    public async Task Mails_are_kept_up_to_their_size_and_the_newest_always()
    {
        await using var sandbox = await StartAsync(new MailLimits { KeptSize = 1000 });
        var large = string.Concat(Enumerable.Repeat(new string('x', 98) + "\r\n", 8));

        await ReceiveAsync(sandbox, ["Subject: 1\r\n\r\n" + large, "Subject: 2\r\n\r\nsmall", "Subject: 3\r\n\r\n" + large]);
        var beforeHuge = sandbox.Mailbox.Mails.Select(mail => mail.Subject).ToList();
        await ReceiveAsync(sandbox, ["Subject: 4\r\n\r\n" + large + large]);

        beforeHuge.Should().Equal("2", "3");
        sandbox.Mailbox.Mails.Select(mail => mail.Subject).Should().Equal("4");
    }

    [Fact]
    public async Task An_emptied_mailbox_uses_no_number_again()
    {
        await ReceiveAsync(Sandbox, ["Subject: 1\r\n\r\nx", "Subject: 2\r\n\r\nx"]);

        var emptied = await SendAsync(HttpMethod.Delete, "mail");
        var gone = await SendAsync(HttpMethod.Get, "mail/1");
        await ReceiveAsync(Sandbox, ["Subject: 3\r\n\r\nx"]);

        (emptied.Status, gone.Status).Should().Be((204, 404));
        Sandbox.Mailbox.Mails.Should().ContainSingle().Which.Id.Should().Be(3);
    }

    [Fact]
    public async Task Mails_are_listed_as_json_newest_first()
    {
        await ReceiveAsync(Sandbox, ["Subject: Old\r\n\r\nx", "From: Shop <shop@example.no>\r\nSubject: =?utf-8?Q?Gr=C3=B8nn?=\r\n\r\nRød"]);

        var list = await SendAsync(HttpMethod.Get, "mail.json");
        var one = await SendAsync(HttpMethod.Get, "mail/2.json");

        (list["0.id"], list["0.subject"], list["1.subject"], list["0.raw"]).Should().Be(("2", "Grønn", "Old", null));
        (one["from"], one["to.0"], one["subject"], one["text"], one["html"], one["headers.1.name"], one["acceptedAt"]).Should()
            .Be(("Shop <shop@example.no>", "kari@example.no", "Grønn", "Rød\r\n", null, "Subject", "2026-03-01T09:00:00+00:00"));
        one["raw"].Should().Contain("=?utf-8?Q?Gr=C3=B8nn?=");
    }

    [Fact]
    public async Task The_source_can_be_had_as_a_file()
    {
        await ReceiveAsync(Sandbox, ["Subject: x\r\n\r\n..\r\nend"]);

        using var file = await Http.GetAsync("mail/1.eml", Cancelled);

        (await file.Content.ReadAsStringAsync(Cancelled)).Should().Be("Subject: x\r\n\r\n.\r\nend\r\n");
        (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.FileName).Should().Be(("message/rfc822", "mail-1.eml"));
    }

    [Fact]
    public async Task Hostile_text_stays_text_on_every_page()
    {
        await ReceiveAsync(
            Sandbox,
            [$"From: {Hostile}\r\nSubject: {Hostile}\r\nX-{Hostile}: {Hostile}\r\nContent-Type: text/plain\r\n\r\n{Hostile}"],
            "\"><script>alert(2)</script>@example.no".Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal));

        var list = await SendAsync(HttpMethod.Get, "mail");
        var page = await SendAsync(HttpMethod.Get, "mail/1");

        (list.Text + page.Text).Should().NotContainEquivalentOf("<script").And.NotContain("\"&gt;");
        list.Text.Should().Contain(WebUtility.HtmlEncode(Hostile)).And.Contain("&quot;&amp;gt;");
        page.Text.Split(WebUtility.HtmlEncode(Hostile)).Should().HaveCountGreaterThan(6);
    }

    [Fact]
    public async Task The_html_part_may_do_nothing_but_look_well()
    {
        await ReceiveAsync(Sandbox, [$"Content-Type: text/html; charset=utf-8\r\n\r\n<p>Grønn</p>{Hostile}"]);

        var page = await SendAsync(HttpMethod.Get, "mail/1");
        var html = await SendAsync(HttpMethod.Get, "mail/1/html");

        page.Text.Should().MatchRegex("<iframe src=\"/mail/1/html\" sandbox(=\"\")? ").And.NotContain("<p>Grønn").And.NotContain("allow-");
        page.Header("Content-Security-Policy").Should()
            .Be("default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        html.Text.Should().Be($"<p>Grønn</p>{Hostile}\r\n");
        html.Header("Content-Security-Policy").Should()
            .Be("sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'");
        (html.Header("X-Content-Type-Options"), html.Header("Referrer-Policy")).Should().Be(("nosniff", "no-referrer"));
    }

    [Fact]
    public async Task A_mail_without_html_has_no_frame_and_no_page_for_it()
    {
        await ReceiveAsync(Sandbox, ["Subject: x\r\n\r\nplain"]);

        var page = await SendAsync(HttpMethod.Get, "mail/1");
        var html = await SendAsync(HttpMethod.Get, "mail/1/html");

        page.Text.Should().Contain("<pre>plain").And.NotContain("<iframe");
        html.Status.Should().Be(404);
    }

    [Fact]
    public async Task A_page_shows_the_beginning_of_what_is_too_long_for_it()
    {
        var lines = string.Concat(Enumerable.Repeat(new string('x', 98) + "\r\n", 20_000));
        await ReceiveAsync(Sandbox, [$"Subject: {new string('s', 900)}\r\n\r\n{lines}"]);

        var page = await SendAsync(HttpMethod.Get, "mail/1");

        page.Text.Length.Should().BeLessThan(500_000);
        page.Text.Should().Contain("the rest is in the file");
    }

    [Fact]
    public async Task An_empty_mailbox_says_where_its_server_listens()
    {
        using var page = await Http.GetAsync(Sandbox.MailPage, Cancelled);
        using var style = await Http.GetAsync("mail/mailbox.css", Cancelled);

        (await page.Content.ReadAsStringAsync(Cancelled)).Should().Contain("No mail yet").And.Contain($"127.0.0.1:{Sandbox.Smtp.Port}").And.NotContain("<form");
        (page.Content.Headers.ContentType!.ToString(), style.Content.Headers.ContentType!.MediaType).Should().Be(("text/html; charset=utf-8", "text/css"));
    }

    [Theory]
    [InlineData("same-origin", 303, 0)]
    [InlineData(null, 303, 0)]
    [InlineData("cross-site", 403, 1)]
    [InlineData("same-site", 403, 1)]
    public async Task Only_the_mailbox_itself_may_empty_it_by_a_form(string? site, int status, int left)
    {
        await ReceiveAsync(Sandbox, ["Subject: x\r\n\r\nx"]);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var browser = new HttpClient(handler) { BaseAddress = Sandbox.Address };
        if (site is not null)
        {
            browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", site);
        }

        using var answer = await browser.PostAsync("mail/empty", null, Cancelled);

        ((int)answer.StatusCode, Sandbox.Mailbox.Mails.Count).Should().Be((status, left));
    }

    protected override Task SignInAsync()
    {
        Http.BaseAddress = Sandbox.Address;
        return Task.CompletedTask;
    }

    private static async Task ReceiveAsync(Sandbox sandbox, IEnumerable<string> sources, string to = "kari@example.no")
    {
        using var client = await MailClient.GreetedAsync(sandbox);
        foreach (var source in sources)
        {
            var accepted = await client.MailAsync(source, to);
            accepted.Should().StartWith("250 ");
        }
    }

    private Task<Sandbox> StartAsync(MailLimits limits) => Sandbox.StartAsync(new SandboxOptions { Clock = Clock, Mail = limits }, Cancelled);
}
