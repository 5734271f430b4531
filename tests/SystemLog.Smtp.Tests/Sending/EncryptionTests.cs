using System.Security.Cryptography.X509Certificates;
using SystemLog.Smtp.Sending;

namespace SystemLog.Smtp.Tests.Sending;

public sealed class EncryptionTests
{
    [Theory]
    [InlineData(ConnectionSecurity.StartTls)]
    [InlineData(ConnectionSecurity.StartTlsWhenOffered)]
    public async Task After_STARTTLS_the_server_is_asked_again_what_it_offers(ConnectionSecurity security)
    {
        await using var server = new ScriptedServer { Certificate = TestCertificates.Loopback }
            .On("EHLO", "250-mail.test\r\n250-SIZE 1\r\n250 STARTTLS", times: 1);

        var result = await new EsmtpClient(With(server, security)).SendAsync(Some.Mail());

        result.Should().BeOfType<SendResult.Accepted>();
        server.Commands.Select(command => command.Split(' ')[0]).Should().Equal("EHLO", "STARTTLS", "EHLO", "MAIL", "RCPT", "DATA", "QUIT");
    }

    [Fact]
    public async Task Implicit_TLS_encrypts_from_the_first_byte()
    {
        await using var server = new ScriptedServer { Certificate = TestCertificates.Loopback, IsImplicit = true };

        var result = await new EsmtpClient(With(server, ConnectionSecurity.Implicit)).SendAsync(Some.Mail());

        result.Should().BeOfType<SendResult.Accepted>();
        server.Commands.Should().NotContain("STARTTLS");
    }

    [Fact]
    public async Task A_server_without_STARTTLS_gets_no_mail_where_it_is_required()
    {
        await using var server = new ScriptedServer();

        var required = await new EsmtpClient(With(server, ConnectionSecurity.StartTls)).SendAsync(Some.Mail());
        var optional = await new EsmtpClient(With(server, ConnectionSecurity.StartTlsWhenOffered)).SendAsync(Some.Mail());

        required.Should().Match<SendResult.Refused>(it => it.Stage == SendStage.Encryption && it.Reply == null && !it.IsTransient);
        optional.Should().BeOfType<SendResult.Accepted>();
    }

    [Fact]
    public async Task A_server_that_cannot_encrypt_now_gets_no_mail_even_where_it_is_not_required()
    {
        await using var server = new ScriptedServer().On("STARTTLS", "454 4.7.0 TLS not available due to temporary reason");
        server.Offers.Add("STARTTLS");

        var result = await new EsmtpClient(With(server, ConnectionSecurity.StartTlsWhenOffered)).SendAsync(Some.Mail());

        result.Should().Match<SendResult.Refused>(it => it.Stage == SendStage.Encryption && it.IsTransient);
    }

    public static TheoryData<string> UntrustedCertificates { get; } = ["somebody else's", "expired", "from an unknown root"];

    [Theory]
    [MemberData(nameof(UntrustedCertificates))]
    public async Task A_certificate_that_is_not_trusted_ends_it(string which)
    {
        await using var server = new ScriptedServer { Certificate = CertificateOf(which) };
        server.Offers.Add("STARTTLS");
        var options = With(server, ConnectionSecurity.StartTls);
        options.TrustedRoot = which == "from an unknown root" ? null : TestCertificates.Root;

        var sending = () => new EsmtpClient(options).SendAsync(Some.Mail());

        (await sending.Should().ThrowAsync<MailServerException>()).Which.Should().Match<MailServerException>(it => !it.IsTransient && !it.OutcomeUnknown);
        server.Commands.Should().NotContain(command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_put_into_the_servers_mouth_before_encryption_are_not_believed()
    {
        await using var server = new ScriptedServer { Certificate = TestCertificates.Loopback }
            .On("STARTTLS", "220 2.0.0 Ready\r\n250-mail.test\r\n250 AUTH PLAIN");
        server.Offers.Add("STARTTLS");

        var sending = () => new EsmtpClient(With(server, ConnectionSecurity.StartTls)).SendAsync(Some.Mail());

        var failure = (await sending.Should().ThrowAsync<MailServerException>()).Which;
        failure.IsTransient.Should().BeFalse();
        failure.Message.Should().Contain("went on in plain text");
        server.Commands[^1].Should().Be("STARTTLS");
    }

    [Fact]
    public async Task A_handshake_that_the_server_breaks_off_may_succeed_later()
    {
        await using var server = new ScriptedServer { Certificate = TestCertificates.Loopback }.HangUpOn("STARTTLS");
        server.Offers.Add("STARTTLS");

        var sending = () => new EsmtpClient(With(server, ConnectionSecurity.StartTls)).SendAsync(Some.Mail());

        (await sending.Should().ThrowAsync<MailServerException>()).Which.IsTransient.Should().BeTrue();
    }

    private static X509Certificate2 CertificateOf(string which) => which switch
    {
        "somebody else's" => TestCertificates.OfSomebodyElse,
        "expired" => TestCertificates.Expired,
        _ => TestCertificates.Loopback,
    };

    private static SmtpOptions With(ScriptedServer server, ConnectionSecurity security)
    {
        var options = server.Options;
        options.Security = security;
        return options;
    }
}
