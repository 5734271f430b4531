using System.Net.Mail;
using SystemLog.Catalogue;

namespace SystemLog.Adapters.Tests.Smtp;

public sealed class SmtpAnswersTests
{
    [Theory]
    [InlineData("550 5.1.1 No such user", "5.1.1", "550 5.1.1 No such user")]
    [InlineData("550 No such user", "550", "550 No such user")]
    [InlineData("550-5.1.1 The account you wrote to\r\n550-5.1.1 does not\r\n550 5.1.1 exist", "5.1.1", "550 5.1.1 The account you wrote to does not exist")]
    [InlineData("550-Please log in\r\n550 before you send", "550", "550 Please log in before you send")]
    [InlineData("Sorry, no mailbox here by that name. (#5.1.1)", "5.1.1", "Sorry, no mailbox here by that name. (#5.1.1)")]
    [InlineData("552 5.2.2 <kari@customer.example>: over quota", "5.2.2", "552 5.2.2 : over quota")]
    public void A_reply_gives_code_and_words_and_no_addresses(string body, string code, string words)
    {
        var facts = Read(body);

        facts.Code.Should().Be(code);
        facts.Messages.Should().Equal(words);
    }

    [Theory]
    [InlineData("host mx[192.0.2.9] said: 550 5.7.1 Blocked (in reply to end of DATA command)", "5.7.1")]
    [InlineData("5.1.0 - Unknown address error 550-'5.2.2 <kari@customer.example>... Mailbox full' (delivery attempts: 0)", "5.2.2")]
    [InlineData("550 5.0.350 Remote server returned an error -> 554 5.7.1 Spam", "5.7.1")]
    [InlineData("Mailbox unavailable. The server response was: 5.7.1 Unable to relay", "5.7.1")]
    [InlineData("Expected response code 250 but got code \"535\", with message \"535 5.7.8 Bad login\"", "5.7.8")]
    [InlineData("SMTP error from remote mail server after RCPT TO:<a@b.example>: host mx [192.0.2.9]: 551 Gone", "551")]
    [InlineData("dsn=5.4.4, status=bounced (Host or domain name not found)", "5.4.4")]
    public void The_server_that_refused_counts_not_the_one_that_tells(string body, string code)
    {
        Read(body).Code.Should().Be(code);
    }

    [Theory]
    [InlineData("[192.0.2.250] port 587, Exim 4.92.3, 2026-11-21: gone")]
    [InlineData("OFR_416 [416] Adresse invalide")]
    [InlineData("mx550.example.org refused 4500 times")]
    public void Addresses_ports_versions_and_names_are_not_codes(string body)
    {
        Read(body).Code.Should().BeNull();
    }

    [Fact]
    public void A_delivery_report_gives_the_words_of_its_diagnostic()
    {
        const string Report =
            """
            Final-Recipient: rfc822; mailbox-full@customer.example
            Action: failed
            Status: 5.0.0
            Remote-MTA: dns; mx.customer.example
            Diagnostic-Code: smtp; 550-5.1.1 There is nobody
                550 5.1.1 of that name
            Last-Attempt-Date: Sat, 21 Nov 2026 10:00:00 +0100
            """;

        var facts = Read(Report);

        facts.Code.Should().Be("5.1.1");
        facts.Messages.Should().Equal("550 5.1.1 There is nobody of that name");
    }

    [Theory]
    [InlineData("Status: 5.1.6 (moved)\nDiagnostic-Code: smtp; 551 elsewhere", "5.1.6")]
    [InlineData("Status: 5.0.0\nDiagnostic-Code: smtp; 551 elsewhere", "551")]
    [InlineData("Status: 4.4.1\nDiagnostic-Code: X-Postfix; connect to mx: timed out", "4.4.1")]
    [InlineData("Status: 4.4.7\nDiagnostic-Code: smtp;", "4.4.7")]
    public void A_report_without_an_enhanced_code_in_its_diagnostic_gives_its_status(string body, string code)
    {
        Read(body).Code.Should().Be(code);
    }

    [Fact]
    public void What_a_client_of_node_throws_is_read()
    {
        const string Thrown = "{ [Error: Can't send mail]\n  code: 'EENVELOPE',\n  response: '550 5.7.1 Unable to relay',\n  responseCode: 550 }";

        var explanation = AdapterCatalogue.Explain(Sources.Smtp, Operations.SendMail, 550, Thrown);

        explanation.Facts.Code.Should().Be("5.7.1");
        explanation.Cause.Should().Be(Cause.ConfigurationError);
    }

    [Fact]
    public void The_message_of_an_exception_stands_in_for_a_body()
    {
        var explanation = AdapterCatalogue.Catalogue.Explain(new()
        {
            Source = Sources.Smtp,
            Operation = Operations.SendMail,
            Exception = new SmtpException("Mailbox unavailable. The server response was: 5.2.2 The mailbox is full"),
        });

        explanation.Facts.Code.Should().Be("5.2.2");
        explanation.Cause.Should().Be(Cause.MailboxFull);
    }

    [Fact]
    public void The_reply_code_of_the_call_is_the_code_of_last_resort()
    {
        AdapterCatalogue.Catalogue.Read(new() { Source = Sources.Smtp, Operation = Operations.SendMail, Status = 421, Body = "closing" })
            .Code.Should().Be("421");
    }

    private static ErrorFacts Read(string body) =>
        AdapterCatalogue.Catalogue.Read(new() { Source = Sources.Smtp, Operation = Operations.SendMail, Body = body });
}
