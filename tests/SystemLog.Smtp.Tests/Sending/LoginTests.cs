using System.Text;
using SystemLog.Smtp.Sending;

namespace SystemLog.Smtp.Tests.Sending;

public sealed class LoginTests
{
    private const string Password = "pæss word";

    [Theory]
    [InlineData("AUTH PLAIN LOGIN")]
    [InlineData("AUTH=LOGIN PLAIN")]
    [InlineData("auth CRAM-MD5 plain")]
    public async Task PLAIN_is_used_where_it_is_offered(string offer)
    {
        await using var server = new ScriptedServer();
        server.Offers.Add(offer);

        var result = await new EsmtpClient(With(server)).SendAsync(Some.Mail());

        result.Should().BeOfType<SendResult.Accepted>();
        server.Commands[1].Should().Be($"AUTH PLAIN {Base64($"\0shop\0{Password}")}");
    }

    [Fact]
    public async Task LOGIN_is_used_where_there_is_no_PLAIN()
    {
        await using var server = Login(new ScriptedServer());

        var result = await new EsmtpClient(With(server)).SendAsync(Some.Mail());

        result.Should().BeOfType<SendResult.Accepted>();
        server.Commands.Skip(1).Take(3).Should().Equal("AUTH LOGIN", Base64("shop"), Base64(Password));
    }

    [Theory]
    [InlineData("535 5.7.8 Authentication failed", false)]
    [InlineData("454 4.7.0 Temporary authentication failure", true)]
    [InlineData("534 5.7.9 Mechanism too weak", false)]
    public async Task Who_is_not_let_in_sends_nothing(string reply, bool isTransient)
    {
        await using var server = new ScriptedServer().On("AUTH PLAIN", reply);
        server.Offers.Add("AUTH PLAIN");

        var result = await new EsmtpClient(With(server)).SendAsync(Some.Mail());

        result.Should().Match<SendResult.Refused>(it => it.Stage == SendStage.Login && it.Reason == reply && it.IsTransient == isTransient);
        server.Commands.Should().HaveCount(3).And.EndWith("QUIT");
    }

    [Fact]
    public async Task A_wrong_password_ends_LOGIN_too()
    {
        await using var server = Login(new ScriptedServer().On(Base64(Password), "535 5.7.8 Authentication failed"));

        var result = await new EsmtpClient(With(server)).SendAsync(Some.Mail());

        result.Should().Match<SendResult.Refused>(it => it.Stage == SendStage.Login && it.Reply!.Code == 535);
        server.Commands[^1].Should().Be("QUIT");
        server.Mails.Should().BeEmpty();
    }

    [Theory]
    [InlineData("AUTH CRAM-MD5 XOAUTH2")]
    [InlineData("HELP")]
    public async Task Where_there_is_no_way_to_log_in_nothing_is_sent(string offer)
    {
        await using var server = new ScriptedServer();
        server.Offers.Add(offer);

        var result = await new EsmtpClient(With(server)).SendAsync(Some.Mail());

        result.Should().Match<SendResult.Refused>(it => it.Stage == SendStage.Login && it.Reply == null);
        server.Mails.Should().BeEmpty();
    }

    [Theory]
    [InlineData(ConnectionSecurity.None)]
    [InlineData(ConnectionSecurity.StartTlsWhenOffered)]
    public async Task The_password_does_not_go_over_an_open_connection(ConnectionSecurity security)
    {
        await using var server = new ScriptedServer();
        server.Offers.Add("AUTH PLAIN");
        var options = With(server);
        (options.Security, options.AllowPlainTextLoginOnLoopback) = (security, false);

        var result = await new EsmtpClient(options).SendAsync(Some.Mail());

        result.Should().Match<SendResult.Refused>(it => it.Stage == SendStage.Login && it.Reply == null);
        server.Commands.Should().NotContain(command => command.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Over_TLS_the_password_needs_no_leave()
    {
        await using var server = new ScriptedServer { Certificate = TestCertificates.Loopback, IsImplicit = true };
        server.Offers.Add("AUTH PLAIN");
        var options = With(server);
        (options.Security, options.AllowPlainTextLoginOnLoopback) = (ConnectionSecurity.Implicit, false);

        (await new EsmtpClient(options).SendAsync(Some.Mail())).Should().BeOfType<SendResult.Accepted>();
    }

    [Fact]
    public async Task A_password_that_the_server_repeats_is_left_out_of_its_words()
    {
        var token = Base64($"\0shop\0{Password}");
        await using var server = new ScriptedServer().On("AUTH PLAIN", $"535 5.7.8 Not accepted: AUTH PLAIN {token}, which means {Password}");
        server.Offers.Add("AUTH PLAIN");

        var result = await new EsmtpClient(With(server)).SendAsync(Some.Mail());

        result.ToString().Should().Contain("AUTH PLAIN ***, which means ***").And.NotContain(token).And.NotContain(Password);
    }

    [Fact]
    public async Task A_failure_while_logging_in_does_not_tell_the_password()
    {
        await using var server = new ScriptedServer().HangUpOn("AUTH PLAIN");
        server.Offers.Add("AUTH PLAIN");

        var sending = () => new EsmtpClient(With(server)).SendAsync(Some.Mail());

        var failure = (await sending.Should().ThrowAsync<MailServerException>()).Which;
        failure.ToString().Should().Contain("AUTH PLAIN").And.NotContain(Password).And.NotContain(Base64($"\0shop\0{Password}"));
    }

    private static ScriptedServer Login(ScriptedServer server)
    {
        server.Offers.Add("AUTH LOGIN");
        return server.On("AUTH LOGIN", "334 VXNlcm5hbWU6").On(Base64("shop"), "334 UGFzc3dvcmQ6").On(Base64(Password), "235 2.7.0 Ok");
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static SmtpOptions With(ScriptedServer server)
    {
        var options = server.Options;
        (options.User, options.Password, options.AllowPlainTextLoginOnLoopback) = ("shop", Password, true);
        return options;
    }
}
