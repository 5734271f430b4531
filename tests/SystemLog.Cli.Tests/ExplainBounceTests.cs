using System.Text.Json;

namespace SystemLog.Cli.Tests;

public sealed class ExplainBounceTests : IDisposable
{
    private const string TwoRecipients = """
        From: MAILER-DAEMON@mx.example.net
        To: shop@example.org
        Subject: Your message could not be delivered
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

        --b1
        Content-Type: text/plain

        See below.
        --b1
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.net

        Final-Recipient: rfc822; kari@example.com
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 No such user here

        Final-Recipient: rfc822; ola@example.com
        Action: delayed
        Status: 4.2.2
        Diagnostic-Code: smtp; 452 4.2.2 The mailbox is over its quota

        --b1--
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("systemlog-cli-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_mail_is_a_line_of_its_first_recipient_and_all_of_them()
    {
        var file = Write("two.eml", TwoRecipients);

        var line = JsonDocument.Parse(Terminal.Run("explain", "--bounce", file).Lines.Single()).RootElement;

        line.EnumerateObject().Select(property => property.Name).Should().Equal("file", "recipient", "status", "action", "kind", "cause", "recipients");
        Values(line).Should().Be("kari@example.com 5.1.1 failed hard RecipientRejected");
        line.GetProperty("file").GetString().Should().Be(file);
        line.GetProperty("recipients").EnumerateArray().Select(Values)
            .Should().Equal("kari@example.com 5.1.1 failed hard RecipientRejected", "ola@example.com 4.2.2 delayed delay MailboxFull");
    }

    [Fact]
    public void What_is_no_bounce_has_no_recipient_and_no_cause()
    {
        var line = JsonDocument.Parse(Terminal.Run("explain", "--bounce", Write("a.eml", "Subject: Hello\n\nHow are you?")).Lines.Single()).RootElement;

        line.EnumerateObject().Select(property => property.Name).Should().Equal("file", "recipient", "status", "action", "kind", "cause");
        Values(line).Should().Be("   notABounce ");
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_named_and_the_others_are_read()
    {
        var answer = Terminal.Run("explain", "--bounce", Path.Combine(_folder, "gone.eml"), Write("two.eml", TwoRecipients));

        answer.ExitCode.Should().Be(1);
        answer.Errors.Should().Contain("gone.eml");
        answer.Lines.Should().ContainSingle();
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text.ReplaceLineEndings("\r\n"));
        return path;
    }

    private static string Values(JsonElement line) => string.Join(
        ' ', ((string[])["recipient", "status", "action", "kind", "cause"]).Select(name => line.GetProperty(name).ToString()));
}
