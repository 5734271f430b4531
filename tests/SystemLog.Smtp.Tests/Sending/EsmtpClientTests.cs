using System.Text;
using SystemLog.Messages;
using SystemLog.Smtp.Bounces.Mime;
using SystemLog.Smtp.Sending;

namespace SystemLog.Smtp.Tests.Sending;

public sealed class EsmtpClientTests
{
    [Fact]
    public async Task An_accepted_mail_has_its_number_in_the_queue_and_arrives_as_it_was_written()
    {
        await using var server = new ScriptedServer();
        server.Offers.Add("SIZE 10240000");
        var message = Some.Mail(text: "First\n.\n.hidden\r\nlast", to: [Some.Kari, Some.Ola]);
        var options = server.Options;
        options.LocalName = "shop.example";

        var result = await new EsmtpClient(options).SendAsync(message);

        var accepted = result.Should().BeOfType<SendResult.Accepted>().Subject;
        accepted.QueueId.Should().Be("4Xyz1");
        accepted.Reply.ToString().Should().Be("250 2.0.0 Ok: queued as 4Xyz1");
        accepted.Recipients.Select(answer => answer.Recipient).Should().Equal(Some.Kari, Some.Ola);
        accepted.RefusedRecipients.Should().BeEmpty();
        server.Commands.Should().Equal(
            "EHLO shop.example", $"MAIL FROM:<post@shop.example> SIZE={message.ToBytes().Length}", "RCPT TO:<kari@customer.example>",
            "RCPT TO:<ola@customer.example>", "DATA", "QUIT");
        server.Mails.Should().ContainSingle().Which.Should().Equal(SessionBytes(message));
    }

    [Fact]
    public async Task Without_a_local_name_it_says_who_it_is_all_the_same()
    {
        await using var server = new ScriptedServer();

        await new EsmtpClient(server.Options).SendAsync(Some.Mail());

        server.Commands[0].Should().MatchRegex(@"^EHLO (\[127\.0\.0\.1\]|[A-Za-z0-9-]+\.[A-Za-z0-9.-]+)$");
    }

    [Fact]
    public async Task Recipients_that_are_refused_do_not_keep_the_mail_from_the_others()
    {
        await using var server = new ScriptedServer()
            .On("RCPT TO:<ola", "550-5.1.1 The mailbox\r\n550 5.1.1 does not exist");

        var result = await new EsmtpClient(server.Options).SendAsync(Some.Mail(to: [Some.Kari, Some.Ola]));

        result.Should().BeOfType<SendResult.Accepted>().Which.RefusedRecipients.Should()
            .Equal(new RecipientAnswer(Some.Ola, new(550, "5.1.1", "The mailbox does not exist")));
    }

    [Theory]
    [InlineData("550 5.1.1 No such user", "451 4.7.1 Greylisted", "451 4.7.1 Greylisted", true)]
    [InlineData("550 5.1.1 No such user", "552 5.2.2 Full", "550 5.1.1 No such user", false)]
    public async Task When_every_recipient_is_refused_one_that_may_be_taken_later_decides(string one, string other, string reason, bool isTransient)
    {
        await using var server = new ScriptedServer().On("RCPT TO:<kari", one).On("RCPT TO:<ola", other);

        var result = await new EsmtpClient(server.Options).SendAsync(Some.Mail(to: [Some.Kari, Some.Ola]));

        var refused = result.Should().BeOfType<SendResult.Refused>().Subject;
        refused.Should().Match<SendResult.Refused>(it => it.Stage == SendStage.Recipients && it.Reason == reason && it.IsTransient == isTransient);
        refused.Recipients.Select(answer => answer.Reply.ToString()).Should().Equal(one, other);
        server.Commands.Should().NotContain("DATA").And.EndWith("QUIT");
    }

    [Theory]
    [InlineData("", "554 5.7.1 Blocked", SendStage.Greeting, 554)]
    [InlineData("", "421 4.3.2 Come back later", SendStage.Greeting, 421)]
    [InlineData("EHLO", "421 4.3.2 Closing", SendStage.Hello, 421)]
    [InlineData("MAIL", "553 5.1.8 Sender not allowed", SendStage.Sender, 553)]
    [InlineData("MAIL", "452 4.3.1 No space", SendStage.Sender, 452)]
    [InlineData("RCPT", "421 4.4.2 Closing", SendStage.Recipients, 421)]
    [InlineData("DATA", "554 5.5.1 No valid recipients", SendStage.Content, 554)]
    [InlineData(".", "552 5.3.4 Too big", SendStage.Content, 552)]
    [InlineData(".", "451 4.3.0 Try again", SendStage.Content, 451)]
    public async Task A_refusal_names_how_far_the_mail_had_come(string command, string reply, SendStage stage, int code)
    {
        await using var server = new ScriptedServer().On(command, reply);

        var result = await new EsmtpClient(server.Options).SendAsync(Some.Mail());

        var refused = result.Should().BeOfType<SendResult.Refused>().Subject;
        refused.Stage.Should().Be(stage);
        refused.Reason.Should().Be(reply);
        refused.Reply!.Code.Should().Be(code);
        refused.IsTransient.Should().Be(code < 500);
    }

    [Theory]
    [InlineData("250 2.0.0 Ok: queued as 4Xyz1", "4Xyz1")]
    [InlineData("250 OK id=1tAbCd-0001-2e", "1tAbCd-0001-2e")]
    [InlineData("250 Ok", null)]
    [InlineData("250", null)]
    public async Task The_number_in_the_queue_is_found_where_one_is_named(string reply, string? queueId)
    {
        await using var server = new ScriptedServer().On(".", reply);

        var result = await new EsmtpClient(server.Options).SendAsync(Some.Mail());

        result.Should().BeOfType<SendResult.Accepted>().Which.QueueId.Should().Be(queueId);
    }

    [Fact]
    public async Task A_server_without_EHLO_is_greeted_with_HELO()
    {
        await using var server = new ScriptedServer().On("EHLO", "502 5.5.2 Not implemented");

        var result = await new EsmtpClient(server.Options).SendAsync(Some.Mail());

        result.Should().BeOfType<SendResult.Accepted>();
        server.Commands.Take(3).Should().SatisfyRespectively(
            one => one.Should().StartWith("EHLO "), two => two.Should().StartWith("HELO "), three => three.Should().Be("MAIL FROM:<post@shop.example>"));
    }

    [Fact]
    public async Task A_mail_beyond_the_servers_limit_is_not_offered()
    {
        await using var server = new ScriptedServer();
        server.Offers.Add("SIZE 1000");

        var result = await new EsmtpClient(server.Options).SendAsync(Some.Mail(text: new string('a', 1_000)));

        var refused = result.Should().BeOfType<SendResult.Refused>().Subject;
        refused.Should().Match<SendResult.Refused>(it => it.Stage == SendStage.Sender && it.Reply == null && !it.IsTransient);
        refused.Reason.Should().EndWith("the server takes at most 1000.");
        server.Commands.Should().NotContain(command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SIZE")]
    [InlineData("SIZE 0")]
    [InlineData("SIZE a lot")]
    public async Task A_limit_that_is_none_stops_no_mail(string offer)
    {
        await using var server = new ScriptedServer();
        server.Offers.Add(offer);

        (await new EsmtpClient(server.Options).SendAsync(Some.Mail())).Should().BeOfType<SendResult.Accepted>();
    }

    [Fact]
    public async Task Letters_beyond_ASCII_before_the_at_sign_go_only_where_they_are_understood()
    {
        await using var server = new ScriptedServer();
        var message = Some.Mail(to: new Mailbox("blåbær@example.no"));

        var refused = await new EsmtpClient(server.Options).SendAsync(message);
        server.Offers.Add("SMTPUTF8");
        var accepted = await new EsmtpClient(server.Options).SendAsync(message);

        refused.Should().BeOfType<SendResult.Refused>().Which.Reason.Should().Contain("SMTPUTF8");
        accepted.Should().BeOfType<SendResult.Accepted>();
        server.Commands.Should().Contain("MAIL FROM:<post@shop.example> BODY=8BITMIME SMTPUTF8").And.Contain("RCPT TO:<blåbær@example.no>");
        MimeReader.Read(server.Mails.Single()).Headers.Raw("To").Should().Be("blåbær@example.no");
    }

    [Fact]
    public async Task A_big_mail_arrives_whole()
    {
        await using var server = new ScriptedServer();
        var message = Some.Mail(text: string.Join('\n', Enumerable.Repeat(".twenty characters..", 10_000)));

        await new EsmtpClient(server.Options).SendAsync(message);

        server.Mails.Single().Should().Equal(SessionBytes(message));
    }

    [Fact]
    public void Settings_that_cannot_work_are_refused_by_name()
    {
        (string Setting, Action<SmtpOptions> Change)[] faults =
        [
            ("Host", options => options.Host = ""),
            ("Host", options => options.Host = "mail.test\r\nX"),
            ("Port", options => options.Port = 0),
            ("Port", options => options.Port = 65_536),
            ("Security", options => options.Security = (ConnectionSecurity)9),
            ("Password", options => options.User = "shop"),
            ("Password", options => (options.User, options.Password) = ("shop", "a\0b")),
            ("User", options => (options.User, options.Password) = ("", "secret")),
            ("LocalName", options => options.LocalName = "shop\r\nRSET"),
            ("ConnectTimeout", options => options.ConnectTimeout = TimeSpan.Zero),
            ("CommandTimeout", options => options.CommandTimeout = TimeSpan.FromSeconds(-1)),
            ("AcceptTimeout", options => options.AcceptTimeout = TimeSpan.Zero),
        ];

        faults.Should().AllSatisfy(fault =>
        {
            var options = new SmtpOptions { Host = "mail.test" };
            fault.Change(options);
            var making = () => new EsmtpClient(options);
            making.Should().Throw<ArgumentException>().Which.ParamName.Should().Be(fault.Setting);
        });
    }

    // What a server reads is the mail with its doubled dots.
    private static byte[] SessionBytes(MailMessage message) => SmtpSession.WithDoubledDots(message.ToBytes());
}
