using System.Text;
using ProviderSandbox.Mail;

namespace ProviderSandbox.Tests.Mail;

public sealed class SmtpServerTests : SandboxTest
{
    private const string Hello = "Subject: Hello\r\n\r\nHello";

    [Fact]
    public async Task A_mail_is_kept_for_those_it_was_accepted_for()
    {
        using var client = await MailClient.GreetedAsync(Sandbox);
        await client.SayAsync("MAIL FROM:<bounces@example.no> SIZE=100 BODY=8BITMIME");
        await client.SayAsync("RCPT TO:<kari@example.no>");
        await client.SayAsync("RCPT TO:<ola@example.no>");
        var asked = await client.SayAsync("DATA");
        var accepted = await client.SayAsync("From: Shop <shop@example.no>\r\nTo: everybody@example.no\r\nSubject: Hello\r\n\r\nHello\r\n.");

        var mail = Sandbox.Mailbox.Mails.Should().ContainSingle().Subject;
        (asked[..4], accepted).Should().Be(("354 ", "250 2.0.0 Ok: kept as 1"));
        mail.To.Should().Equal("kari@example.no", "ola@example.no");
        (mail.Id, mail.Sender, mail.From, mail.Subject, mail.Text).Should().Be((1, "bounces@example.no", "Shop <shop@example.no>", "Hello", "Hello\r\n"));
        mail.AcceptedAt.Should().Be(Clock.Now);
        mail.Raw.Should().StartWith("From: Shop").And.EndWith("\r\n\r\nHello\r\n");
    }

    [Fact]
    public async Task The_server_says_what_it_can_do()
    {
        using var client = await MailClient.ConnectAsync(Sandbox);
        var greeting = await client.ReplyAsync();

        var extended = await client.SayAsync("EHLO test.example");
        var plain = await client.SayAsync("HELO test.example");

        greeting.Should().StartWith("220 127.0.0.1 ESMTP");
        extended.Split('\n').Select(line => line[4..]).Should()
            .Equal("127.0.0.1", "PIPELINING", "SIZE 10485760", "AUTH PLAIN", "ENHANCEDSTATUSCODES", "8BITMIME", "SMTPUTF8");
        plain.Should().Be("250 127.0.0.1");
    }

    [Fact]
    public async Task Commands_that_arrive_in_one_packet_are_answered_one_by_one()
    {
        using var client = await MailClient.GreetedAsync(Sandbox);

        await client.SendAsync("MAIL FROM:<shop@example.no>\r\nRCPT TO:<kari@example.no>\r\nDATA\r\n");
        string[] opening = [await client.ReplyAsync(), await client.ReplyAsync(), await client.ReplyAsync()];
        await client.SendAsync(Hello + "\r\n.\r\nRSET\r\nNOOP\r\nQUIT\r\n");
        string[] closing = [await client.ReplyAsync(), await client.ReplyAsync(), await client.ReplyAsync(), await client.ReplyAsync(), await client.ReplyAsync()];

        opening.Select(Code).Should().Equal("250", "250", "354");
        closing.Select(Code).Should().Equal("250", "250", "250", "221", "");
        Sandbox.Mailbox.Mails.Should().ContainSingle();
    }

    [Fact]
    public async Task A_command_that_arrives_in_pieces_is_put_together()
    {
        using var client = await MailClient.GreetedAsync(Sandbox);
        await client.SendAsync("NO");
        await client.SendAsync("OP\r");

        var answer = await client.SayAsync(string.Empty);

        answer.Should().StartWith("250 ");
    }

    [Fact]
    public async Task Dots_that_were_added_for_the_way_are_taken_off()
    {
        using var client = await MailClient.GreetedAsync(Sandbox);

        await client.MailAsync("Subject: Dots\r\n\r\n..\r\n...three\r\nin . the middle.\r\n..");

        Sandbox.Mailbox.Mails[0].Text.Should().Be(".\r\n..three\r\nin . the middle.\r\n.\r\n");
    }

    [Theory]
    [InlineData("Subject: x\r\n\r\nfirst\n.\nMAIL FROM:<evil@example.com>\r\nmore")]
    [InlineData("Subject: x\r\n\r\nfirst\n.\r\nMAIL FROM:<evil@example.com>\r\nmore")]
    [InlineData("Subject: x\r\n\r\nfirst\r\n.\nMAIL FROM:<evil@example.com>\r\nmore")]
    [InlineData("Subject: x\r\n\r\nfirst\rsecond")]
    public async Task Nothing_but_whole_line_breaks_ends_a_message_or_stands_in_it(string source)
    {
        using var client = await MailClient.GreetedAsync(Sandbox);

        var refused = await client.MailAsync(source);
        var after = await client.SayAsync("NOOP");

        (refused, after).Should().Be(("554 5.6.0 A line ends in CR or LF alone", "250 2.0.0 Ok"));
        Sandbox.Mailbox.Mails.Should().BeEmpty();
    }

    [Fact]
    public async Task A_line_may_have_998_bytes_and_no_more()
    {
        using var client = await MailClient.GreetedAsync(Sandbox);
        var longest = "." + new string('x', 997);

        var accepted = await client.MailAsync("Subject: x\r\n\r\n." + longest);
        var refused = await client.MailAsync("Subject: x\r\n\r\n" + new string('x', 999));
        var refusedLater = await client.MailAsync("Subject: x\r\n\r\n" + new string('x', 100_000) + "\r\nmore");
        var after = await client.SayAsync("NOOP");

        new[] { accepted, refused, refusedLater, after }.Select(Code).Should().Equal("250", "554", "554", "250");
        Sandbox.Mailbox.Mails.Should().ContainSingle().Which.Text.Should().Be(longest + "\r\n");
    }

    [Fact]
    public async Task A_command_that_is_too_long_is_refused_and_the_session_goes_on()
    {
        using var client = await MailClient.GreetedAsync(Sandbox);

        var refused = await client.SayAsync("NOOP " + new string('x', 50_000));
        var after = await client.SayAsync("NOOP");

        (refused, after).Should().Be(("500 5.5.2 A command is longer than 2048 bytes", "250 2.0.0 Ok"));
    }

    [Fact]
    public async Task A_mail_that_is_too_big_is_refused_as_soon_as_that_is_known()
    {
        await using var sandbox = await StartAsync(new MailLimits { Size = 2000 });
        using var client = await MailClient.GreetedAsync(sandbox);

        var announced = await client.SayAsync("MAIL FROM:<shop@example.no> SIZE=2001");
        var sent = await client.MailAsync("Subject: x\r\n\r\n" + string.Concat(Enumerable.Repeat(new string('x', 98) + "\r\n", 20)));
        var after = await client.MailAsync(Hello);

        new[] { announced, sent, after }.Should().Equal(
            "552 5.3.4 The message is bigger than 2000 bytes", "552 5.3.4 The message is bigger than 2000 bytes", "250 2.0.0 Ok: kept as 1");
    }

    [Theory]
    [InlineData("RCPT TO:<kari@example.no>", "503 5.5.1")]
    [InlineData("DATA", "503 5.5.1")]
    [InlineData("MAIL FROM:shop@example.no", "501 5.5.4")]
    [InlineData("MAIL FROM:<shop>", "501 5.5.4")]
    [InlineData("MAIL FROM:<shop@example.no>SIZE=1", "501 5.5.4")]
    [InlineData("MAIL FROM:<shop@example.no> COLOUR=red", "555 5.5.4")]
    [InlineData("MAIL FROM:<åse@example.no>", "553 5.6.7")]
    [InlineData("MAIL FROM:<åse@example.no> SMTPUTF8", "250 2.1.0")]
    [InlineData("MAIL FROM:<>", "250 2.1.0")]
    [InlineData("AUTH CRAM-MD5", "504 5.5.4")]
    [InlineData("EHLO", "501 5.5.4")]
    [InlineData("STARTTLS", "502 5.5.1")]
    [InlineData("GET / HTTP/1.1", "502 5.5.1")]
    [InlineData("", "502 5.5.1")]
    [InlineData("VRFY kari", "252 2.0.0")]
    public async Task A_command_gets_the_reply_that_the_standard_has_for_it(string command, string expected)
    {
        using var client = await MailClient.GreetedAsync(Sandbox);

        var reply = await client.SayAsync(command);

        reply.Should().StartWith(expected + " ");
    }

    [Theory]
    [InlineData("MAIL FROM:<other@example.no>", "503 5.5.1")]
    [InlineData("AUTH PLAIN", "503 5.5.1")]
    [InlineData("RCPT TO:<>", "501 5.5.4")]
    [InlineData("RCPT TO:<kari@example.no> NOTIFY=NEVER", "501 5.5.4")]
    [InlineData("RCPT TO:<åse@example.no>", "553 5.6.7")]
    [InlineData("DATA", "554 5.5.1")]
    public async Task A_command_within_a_mail_gets_the_reply_that_the_standard_has_for_it(string command, string expected)
    {
        using var client = await MailClient.GreetedAsync(Sandbox);
        await client.SayAsync("MAIL FROM:<shop@example.no>");

        var reply = await client.SayAsync(command);

        reply.Should().StartWith(expected + " ");
    }

    [Theory]
    [InlineData("RSET")]
    [InlineData("EHLO again.example")]
    public async Task A_mail_that_is_taken_back_leaves_no_recipient(string command)
    {
        using var client = await MailClient.GreetedAsync(Sandbox);
        await client.SayAsync("MAIL FROM:<shop@example.no>");
        await client.SayAsync("RCPT TO:<old@example.no>");
        await client.SayAsync(command);

        await client.MailAsync(Hello);

        Sandbox.Mailbox.Mails.Should().ContainSingle().Which.To.Should().Equal("kari@example.no");
    }

    [Fact]
    public async Task A_login_is_checked_in_one_step_or_in_two()
    {
        var (right, wrong) = (Plain(SmtpCredentials.Password), Plain("guessed"));
        using var client = await MailClient.GreetedAsync(Sandbox);
        var refused = await client.SayAsync($"AUTH PLAIN {wrong}");
        var malformed = await client.SayAsync("AUTH PLAIN ***");
        var asked = await client.SayAsync("AUTH PLAIN");
        var accepted = await client.SayAsync(right);
        var again = await client.SayAsync($"AUTH PLAIN {right}");

        new[] { refused, malformed, asked, accepted, again }.Select(Code).Should().Equal("535", "501", "334", "235", "503");
        Sandbox.Requests.Where(request => request.Operation == "login").Select(request => (request.Method, request.Path, request.Status))
            .Should().Equal(("AUTH", "PLAIN", 535), ("AUTH", "PLAIN", 235));
    }

    [Fact]
    public async Task Only_so_many_recipients_are_taken_for_one_mail()
    {
        await using var sandbox = await StartAsync(new MailLimits { Recipients = 2 });
        using var client = await MailClient.GreetedAsync(sandbox);
        await client.SayAsync("MAIL FROM:<shop@example.no>");
        await client.SayAsync("RCPT TO:<1@example.no>");
        await client.SayAsync("RCPT TO:<2@example.no>");

        var oneTooMany = await client.SayAsync("RCPT TO:<3@example.no>");

        oneTooMany.Should().Be("452 4.5.3 Too many recipients");
    }

    [Fact]
    public async Task One_connection_too_many_is_told_so_and_a_closed_one_makes_room()
    {
        await using var sandbox = await StartAsync(new MailLimits { Connections = 1 });
        var first = await MailClient.GreetedAsync(sandbox);
        using var second = await MailClient.ConnectAsync(sandbox);
        string[] refused = [await second.ReplyAsync(), await second.ReplyAsync()];
        await first.SayAsync("QUIT");
        first.Dispose();

        var admitted = await AdmittedAsync(sandbox);

        refused.Should().Equal("421 4.7.0 Too many connections", "");
        admitted.Should().StartWith("220 ");
    }

    [Fact]
    public async Task A_client_that_makes_one_mistake_after_the_other_is_sent_away()
    {
        using var client = await MailClient.GreetedAsync(Sandbox);
        var replies = new List<string>();
        for (var i = 0; i < 21; i++)
        {
            replies.Add(await client.SayAsync("GET / HTTP/1.1"));
        }

        var afterwards = await client.ReplyAsync();

        replies.Take(20).Should().OnlyContain(reply => reply.StartsWith("502 "));
        (replies[20], afterwards).Should().Be(("421 4.7.0 Too many mistakes", ""));
    }

    [Fact]
    public async Task A_client_that_is_silent_for_too_long_is_sent_away()
    {
        await using var sandbox = await StartAsync(new MailLimits { Silence = TimeSpan.FromMilliseconds(50) });
        using var client = await MailClient.ConnectAsync(sandbox);
        await client.ReplyAsync();

        string[] replies = [await client.ReplyAsync(), await client.ReplyAsync()];

        replies.Should().Equal("421 4.4.2 Timeout", "");
    }

    [Fact]
    public async Task A_session_that_lasts_too_long_is_ended_however_busy_it_is()
    {
        await using var sandbox = await StartAsync(new MailLimits { Session = TimeSpan.FromMilliseconds(200) });
        using var client = await MailClient.GreetedAsync(sandbox);
        string reply;
        do
        {
            reply = await client.SayAsync("NOOP");
        }
        while (reply.StartsWith("250 ", StringComparison.Ordinal));

        reply.Should().Be("421 4.4.2 Timeout");
    }

    [Fact]
    public async Task Open_sessions_end_with_the_sandbox()
    {
        var sandbox = await StartAsync(new MailLimits());
        using var client = await MailClient.GreetedAsync(sandbox);

        await sandbox.DisposeAsync();

        string[] replies = [await client.ReplyAsync(), await client.ReplyAsync()];
        replies.Should().Equal("421 4.3.2 The sandbox is closing", "");
    }

    [Fact]
    public async Task A_mail_that_breaks_off_is_not_kept()
    {
        using (var client = await MailClient.GreetedAsync(Sandbox))
        {
            await client.SayAsync("MAIL FROM:<shop@example.no>");
            await client.SayAsync("RCPT TO:<kari@example.no>");
            await client.SayAsync("DATA");
            await client.SendAsync("Subject: Half a ma");
        }

        using var next = await MailClient.GreetedAsync(Sandbox);
        await next.MailAsync(Hello);

        Sandbox.Mailbox.Mails.Should().ContainSingle().Which.Subject.Should().Be("Hello");
    }

    [Fact]
    public async Task The_port_can_be_chosen_and_a_taken_one_is_told()
    {
        var taken = new SandboxOptions { SmtpPort = Sandbox.Smtp.Port };

        Sandbox.AddressOf(Provider.Smtp).Should().Be(new Uri($"smtp://127.0.0.1:{Sandbox.Smtp.Port}/"));
        await FluentActions.Awaiting(() => Sandbox.StartAsync(taken, Cancelled)).Should().ThrowAsync<IOException>().WithMessage($"*127.0.0.1:{taken.SmtpPort}*");
    }

    private static string Code(string reply) => reply[..Math.Min(3, reply.Length)];

    private static string Plain(string password) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{SmtpCredentials.UserName}\0{password}"));

    // The server takes note of a closed connection a little later than the client.
    private static async Task<string> AdmittedAsync(Sandbox sandbox)
    {
        while (true)
        {
            using var client = await MailClient.ConnectAsync(sandbox);
            if (await client.ReplyAsync() is ['2', ..] greeting)
            {
                return greeting;
            }
        }
    }

    private Task<Sandbox> StartAsync(MailLimits limits) => Sandbox.StartAsync(new SandboxOptions { Clock = Clock, Mail = limits }, Cancelled);
}
