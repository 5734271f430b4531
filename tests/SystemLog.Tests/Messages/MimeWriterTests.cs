using System.Text;
using SystemLog.Messages;

namespace SystemLog.Tests.Messages;

public sealed class MimeWriterTests
{
    [Fact]
    public void A_mail_without_HTML_has_one_part()
    {
        var message = new MailMessage(Some.Shop, [Some.Kari, Some.Ola], "Summary", "Hei", Some.Date) { MessageId = "<17@shop.example>" };

        Written(message).Should().Be(
            "Date: Mon, 02 Mar 2026 09:30:00 +0100\r\nFrom: The shop <post@shop.example>\r\nTo: kari@customer.example, ola@customer.example\r\n"
            + "Subject: Summary\r\nMessage-ID: <17@shop.example>\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nHei\r\n");
    }

    [Fact]
    public void The_text_comes_before_the_HTML()
    {
        var mail = Written(Some.Mail(text: "Hei", html: "<p>Hei</p>"));

        mail.Should().Contain("Content-Type: multipart/alternative;").And.MatchRegex(@"(?s)text/plain.*Hei\r\n--=_.*text/html.*<p>Hei</p>\r\n--=_[0-9A-F]{24}--\r\n\z");
    }

    [Fact]
    public void The_same_mail_gives_the_same_bytes()
    {
        var message = Some.Mail(html: "<p>Hei</p>");

        message.ToBytes().Should().Equal(message.ToBytes());
    }

    [Theory]
    [InlineData("Hansen, Kari", "\"Hansen, Kari\" <kari@customer.example>")]
    [InlineData("Kari \"K\" \\ Hansen", "\"Kari \\\"K\\\" \\\\ Hansen\" <kari@customer.example>")]
    [InlineData("a@b.example", "\"a@b.example\" <kari@customer.example>")]
    [InlineData("Kåre Nordmann", "=?utf-8?Q?K=C3=A5re_Nordmann?= <kari@customer.example>")]
    public void A_name_with_marks_is_quoted_and_one_beyond_ASCII_is_encoded(string name, string expected) =>
        Written(Some.Mail(to: new Mailbox("kari@customer.example", name))).Should().Contain($"\r\nTo: {expected}\r\n");

    [Fact]
    public void An_own_header_in_ASCII_stays_as_it_is_and_is_folded_only_at_its_spaces()
    {
        var address = $"<https://shop.example/{new string('a', 100)}>";
        var message = new MailMessage(Some.Shop, [Some.Kari], "Summary", "Text", Some.Date)
        {
            Headers = [new("List-Unsubscribe", $"{address}, <mailto:off@shop.example>")],
        };

        Written(message).Should().Contain($"\r\nList-Unsubscribe: {address},\r\n <mailto:off@shop.example>\r\n");
    }

    [Fact]
    public void Many_recipients_are_folded_between_their_addresses()
    {
        var mailboxes = Enumerable.Range(0, 100).Select(number => new Mailbox($"kari{number}@customer.example", number % 2 == 0 ? "Kåre" : null)).ToArray();

        var mail = Written(Some.Mail(to: mailboxes));

        mail.Split("\r\n").Should().OnlyContain(line => line.Length <= 76);
        mail.Split('<', ' ', ',', '>', '\r', '\n').Where(word => word.StartsWith("kari", StringComparison.Ordinal))
            .Should().Equal(mailboxes.Select(mailbox => mailbox.Address));
    }

    private static string Written(MailMessage message) => Encoding.ASCII.GetString(message.ToBytes());
}
