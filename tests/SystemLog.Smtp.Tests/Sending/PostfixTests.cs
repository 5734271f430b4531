using Microsoft.Extensions.Options;
using SystemLog.Messages;
using SystemLog.Smtp.Bounces.Mime;
using SystemLog.Smtp.Sending;

namespace SystemLog.Smtp.Tests.Sending;

/// <summary>The same client against a real server.</summary>
public sealed class PostfixTests(PrivatePostfix postfix) : IClassFixture<PrivatePostfix>
{
    private static readonly Mailbox s_kari = new("kari@customer.test", "Kåre & Kari, kunder");

    [Theory]
    [InlineData(ConnectionSecurity.None)]
    [InlineData(ConnectionSecurity.StartTls)]
    [InlineData(ConnectionSecurity.StartTlsWhenOffered)]
    [InlineData(ConnectionSecurity.Implicit)]
    public async Task A_mail_lies_in_the_mailbox_as_it_was_written(ConnectionSecurity security)
    {
        var client = new EsmtpClient(postfix.Options(security));
        var message = Some.Mail("To ordrer venter på deg 📦", "Hei.\n.\n..\nBlåbær", "<p>Blåbær</p>", s_kari);
        var arriving = postfix.NextMailAsync("kari");

        var result = await client.SendAsync(message);

        result.Should().BeOfType<SendResult.Accepted>().Which.QueueId.Should().NotBeNullOrEmpty();
        var mail = MimeReader.Read(await arriving);
        mail.Headers.Text("Subject").Should().Be(message.Subject);
        mail.Headers.Text("To").Should().Be("Kåre & Kari, kunder <kari@customer.test>");
        mail.Headers.Raw("Message-ID").Should().Be(message.MessageId);
        mail.Children.Select(part => part.Text.ReplaceLineEndings("\n").TrimEnd()).Should().Equal(message.Text, message.Html);
        mail.Headers.All("Received").Any(line => line.Contains("ESMTPS", StringComparison.Ordinal)).Should().Be(security != ConnectionSecurity.None);
    }

    [Fact]
    public async Task Each_recipient_has_its_own_answer()
    {
        var client = new EsmtpClient(postfix.Options(ConnectionSecurity.StartTls));
        var arriving = postfix.NextMailAsync("kari");

        var result = await client.SendAsync(Some.Mail(to: [new("nobody@customer.test"), s_kari, new("later@customer.test")]));

        result.Should().BeOfType<SendResult.Accepted>();
        result.Recipients.Select(answer => (answer.Reply.Code, answer.Reply.EnhancedCode, answer.Reply.IsTransient)).Should()
            .Equal((550, "5.1.1", false), (250, "2.1.5", false), (451, "4.7.1", true));
        (await arriving).Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("post@shop.example", "nobody@customer.test", SendStage.Recipients, 550)]
    [InlineData("post@shop.example", "later@customer.test", SendStage.Recipients, 451)]
    [InlineData("post@shop.example", "kari@elsewhere.example", SendStage.Recipients, 554)]
    [InlineData("blocked@shop.example", "kari@customer.test", SendStage.Recipients, 554)]
    public async Task A_refusal_has_the_servers_code(string from, string to, SendStage stage, int code)
    {
        var client = new EsmtpClient(postfix.Options(ConnectionSecurity.StartTls));

        var result = await client.SendAsync(new(new(from), [new(to)], "Summary", "Text", Some.Date));

        var refused = result.Should().BeOfType<SendResult.Refused>().Subject;
        (refused.Stage, refused.Reply!.Code).Should().Be((stage, code));
    }

    [Fact]
    public async Task A_mail_that_is_too_big_for_it_is_not_offered()
    {
        var client = new EsmtpClient(postfix.Options(ConnectionSecurity.StartTls));

        var result = await client.SendAsync(Some.Mail(text: new string('a', 250_000), to: s_kari));

        result.Should().Match<SendResult.Refused>(it => it.Stage == SendStage.Sender && it.Reply == null);
    }

    [Fact]
    public async Task Letters_beyond_ASCII_before_the_at_sign_are_understood()
    {
        var client = new EsmtpClient(postfix.Options(ConnectionSecurity.StartTls));
        var arriving = postfix.NextMailAsync("kari");

        var result = await client.SendAsync(new(Some.Shop, [s_kari, new("blåbær@customer.test")], "Summary", "Text", Some.Date));

        result.Recipients.Select(answer => answer.Reply.Code).Should().Equal(250, 550);
        MimeReader.Read(await arriving).Headers.Text("To").Should().EndWith("blåbær@customer.test");
    }

    [Fact]
    public async Task A_server_whose_certificate_is_not_trusted_gets_no_mail()
    {
        var options = postfix.Options(ConnectionSecurity.StartTls);
        options.TrustedRoot = null;

        var sending = () => new EsmtpClient(options).SendAsync(Some.Mail(to: s_kari));

        (await sending.Should().ThrowAsync<MailServerException>()).Which.IsTransient.Should().BeFalse();
    }

    [Fact]
    public async Task Where_it_lets_nobody_log_in_nothing_is_sent()
    {
        var options = postfix.Options(ConnectionSecurity.StartTls);
        (options.User, options.Password) = ("shop", "secret");

        var result = await new EsmtpClient(options).SendAsync(Some.Mail(to: s_kari));

        result.Should().Match<SendResult.Refused>(it => it.Stage == SendStage.Login);
    }

    [Theory]
    [InlineData(ConnectionSecurity.StartTls, "PLAIN")]
    [InlineData(ConnectionSecurity.StartTls, "LOGIN")]
    [InlineData(ConnectionSecurity.Implicit, "PLAIN")]
    [InlineData(ConnectionSecurity.Implicit, "LOGIN")]
    public async Task Who_logs_in_is_let_in(ConnectionSecurity security, string mechanism)
    {
        var options = postfix.OptionsWithLogin(security, mechanism);
        var arriving = postfix.NextMailAsync("kari");

        var result = await new EsmtpClient(options).SendAsync(Some.Mail(to: s_kari));

        result.Should().BeOfType<SendResult.Accepted>();
        (await arriving).Should().NotBeEmpty();
    }

    [Theory]
    [InlineData(ConnectionSecurity.StartTls, "PLAIN")]
    [InlineData(ConnectionSecurity.StartTls, "LOGIN")]
    [InlineData(ConnectionSecurity.Implicit, "PLAIN")]
    public async Task A_wrong_password_sends_nothing(ConnectionSecurity security, string mechanism)
    {
        var options = postfix.OptionsWithLogin(security, mechanism);
        options.Password = "another";

        var result = await new EsmtpClient(options).SendAsync(Some.Mail(to: s_kari));

        var refused = result.Should().BeOfType<SendResult.Refused>().Subject;
        (refused.Stage, refused.Reply?.Code, refused.IsTransient).Should().Be((SendStage.Login, 535, false));
        refused.Reason.Should().NotContain("another");
    }

    [Fact]
    public async Task Without_logging_in_that_server_takes_nothing()
    {
        var options = postfix.OptionsWithLogin(ConnectionSecurity.StartTls, "PLAIN");
        (options.User, options.Password) = (null, null);

        var result = await new EsmtpClient(options).SendAsync(Some.Mail(to: s_kari));

        result.Should().Match<SendResult.Refused>(it => it.Stage == SendStage.Recipients && it.Reply!.Code == 554);
    }

    [Fact]
    public async Task A_server_that_takes_too_long_over_a_recipient_gets_no_mail()
    {
        var options = postfix.Options(ConnectionSecurity.StartTls);
        options.CommandTimeout = TimeSpan.FromSeconds(3);

        var outcome = await Sender(options).SendAsync(Some.Mail(to: new Mailbox("slow@customer.test")));

        outcome.Should().BeOfType<SendOutcome.Refused>().Which.Should()
            .Match<SendOutcome.Refused>(it => it.IsTransient && it.Reason.EndsWith("the answer to RCPT TO took longer than 3 seconds."));
    }

    [Fact]
    public async Task A_mail_whose_answer_was_not_waited_for_arrives_all_the_same()
    {
        var options = postfix.Options(ConnectionSecurity.StartTls);
        options.AcceptTimeout = TimeSpan.FromMilliseconds(200);
        var arriving = postfix.NextMailAsync("slowend");

        var outcome = await Sender(options).SendAsync(Some.Mail(to: new Mailbox("slowend@customer.test")));

        outcome.Should().BeOfType<SendOutcome.Unknown>();
        (await arriving).Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("nobody@customer.test", false)]
    [InlineData("later@customer.test", true)]
    public async Task A_sender_passes_on_what_the_server_said_of_a_recipient(string to, bool isTransient)
    {
        var sender = Sender(postfix.Options(ConnectionSecurity.StartTls));

        var alone = await sender.SendAsync(Some.Mail(to: new Mailbox(to)));
        var beside = await sender.SendAsync(Some.Mail(to: [s_kari, new Mailbox(to)]));

        alone.Should().BeOfType<SendOutcome.Refused>().Which.IsTransient.Should().Be(isTransient);
        var accepted = beside.Should().BeOfType<SendOutcome.Accepted>().Subject;
        accepted.Reference.Should().NotBeNullOrEmpty();
        accepted.RefusedRecipients.Should().ContainSingle().Which.Should().Match<RefusedRecipient>(it => it.Recipient.Address == to && it.IsTransient == isTransient);
    }

    private static SmtpSender Sender(SmtpOptions options)
    {
        options.From = Some.Shop.Address;
        return new(Options.Create(options), TimeProvider.System);
    }
}
