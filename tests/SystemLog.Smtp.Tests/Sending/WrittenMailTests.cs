using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SystemLog.Messages;
using SystemLog.Smtp.Bounces.Mime;
using SystemLog.Smtp.Sending;

namespace SystemLog.Smtp.Tests.Sending;

/// <summary>What the core writes is what our reader reads.</summary>
public sealed class WrittenMailTests
{
    [Fact]
    public void A_mail_has_its_text_first_and_reads_as_it_was_written()
    {
        var message = new MailMessage(Some.Shop, [new("kari@customer.example", "Kari Nordmann"), Some.Ola], "To ordrer venter på deg", "Hei på deg", Some.Date)
        {
            Html = "<p>Hei <b>på deg</b></p>",
            ReplyTo = new("support@shop.example", "Støtte, kunder"),
            Headers = [new("Auto-Submitted", "auto-generated"), new("X-Butikk", "Blåbær")],
            MessageId = "<17@shop.example>",
        };

        var mail = Read(message);

        mail.Headers.Raw("Date").Should().Be("Mon, 02 Mar 2026 09:30:00 +0100");
        mail.Headers.Raw("From").Should().Be("The shop <post@shop.example>");
        mail.Headers.Text("Reply-To").Should().Be("Støtte, kunder <support@shop.example>");
        mail.Headers.Raw("To").Should().Be("Kari Nordmann <kari@customer.example>, ola@customer.example");
        mail.Headers.Text("Subject").Should().Be("To ordrer venter på deg");
        mail.Headers.Raw("Message-ID").Should().Be("<17@shop.example>");
        mail.Headers.Raw("Auto-Submitted").Should().Be("auto-generated");
        mail.Headers.Text("X-Butikk").Should().Be("Blåbær");
        mail.Type.MediaType.Should().Be("multipart/alternative");
        mail.Children.Select(part => (part.Type.MediaType, part.Text.TrimEnd())).Should()
            .Equal(("text/plain", "Hei på deg"), ("text/html", "<p>Hei <b>på deg</b></p>"));
    }

    [Fact]
    public void A_name_cannot_smuggle_in_another_address()
    {
        var mail = Read(Some.Mail(to: new Mailbox("kari@customer.example", "Ø\" <all@other.example>, \"x")));

        mail.Headers.Raw("To").Should().NotContain("all@other.example").And.EndWith("<kari@customer.example>");
    }

    [Fact]
    public void Lines_that_begin_with_a_dot_are_doubled_on_the_wire() =>
        Encoding.ASCII.GetString(SmtpSession.WithDoubledDots(".a\r\n..\r\na.\r\n.\r\n"u8)).Should().Be("..a\r\n...\r\na.\r\n..\r\n");

    [Fact]
    public void Any_subject_and_any_name_come_back_as_they_were() =>
        Prop.ForAll(HeaderTexts(), text =>
        {
            var subject = text[..Math.Min(text.Length, 500)];
            var name = text.Length <= 200 ? text : null;
            var message = Some.Mail(subject, to: new Mailbox("kari@customer.example", name));
            var header = Read(message).Headers;
            header.Text("Subject").Should().Be(Valid(subject));
            (header.Raw("To") is ['"', ..] quoted ? Unquoted(quoted) : header.Text("To")).Should().Be(
                string.IsNullOrWhiteSpace(name) ? "kari@customer.example" : $"{Valid(name).Trim()} <kari@customer.example>");
            Lines(message).Should().OnlyContain(line => line.Length <= 76);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Any_text_comes_back_as_it_was() =>
        Prop.ForAll<string?, string?>((text, html) =>
        {
            var message = Some.Mail(text: text ?? "", html: html ?? "<p>");
            var mail = Read(message);
            mail.Children.Select(part => part.Text).Should().Equal(Ended(text ?? ""), Ended(html ?? "<p>"));
            Lines(message).Should().OnlyContain(line => line.Length <= 76 && line.All(char.IsAscii));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Theory]
    [InlineData("Ordrene venter på behandling, og det gjør også bestillingene, returene og fakturaene som kom inn i går kveld.  ", "quoted-printable")]
    [InlineData("注文は処理を待っています。昨日の夕方に届いた返品と請求書も同様です。ご確認をお願いいたします。どうぞよろしくお願いいたします。", "base64")]
    public void A_body_is_written_in_the_encoding_that_is_shorter(string text, string encoding)
    {
        var mail = Read(Some.Mail(text: text));

        mail.Headers.Raw("Content-Transfer-Encoding").Should().Be(encoding);
        mail.Text.Should().Be(text + "\r\n");
        Lines(Some.Mail(text: text)).Should().OnlyContain(line => line.Length <= 76);
    }

    // FsCheck's strings, and among them what headers are sensitive to.
    private static Arbitrary<string> HeaderTexts() =>
        Gen.OneOf(
                ArbMap.Default.GeneratorFor<string?>().Select(text => text ?? ""),
                Gen.Elements("Æ", "😀", " ", "  ", "a", "order", "=?utf-8?Q?x?=", "?=", "_", "=", "宛先", new string('x', 90), "\"", "\\", ",", "<", ">", "\u2028", "\uD83D")
                    .ListOf().Select(string.Concat))
            .Select(text => string.Concat(text.Where(c => !char.IsControl(c))))
            .ToArbitrary();

    private static MimePart Read(MailMessage message) => MimeReader.Read(message.ToBytes());

    private static IEnumerable<string> Lines(MailMessage message) => Encoding.UTF8.GetString(message.ToBytes()).Split("\r\n");

    private static string Valid(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string Ended(string text)
    {
        var lines = Valid(text).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return (lines.EndsWith('\n') ? lines : lines + "\n").Replace("\n", "\r\n", StringComparison.Ordinal);
    }

    private static string Unquoted(string mailboxes)
    {
        var close = mailboxes.LastIndexOf('"');
        return mailboxes[1..close].Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal) + mailboxes[(close + 1)..];
    }
}
