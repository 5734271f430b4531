using System.Text;
using ProviderSandbox.Mail;

namespace ProviderSandbox.Tests.Mail;

public sealed class MailReadingTests : SandboxTest
{
    [Fact]
    public async Task Both_parts_of_an_alternative_are_read()
    {
        var mail = await ReceiveAsync(
            """
            Content-Type: multipart/alternative; boundary="=_b'1"
            Subject: Two

            Not shown to anybody.
            --=_b'1
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            R=C3=B8dgr=C3=B8d med =
            fl=C3=B8de 3 =3D 3

            --=_b'1
            Content-Type: text/html; charset="UTF-8"
            Content-Transfer-Encoding: base64

            PHA+csO4ZGdy
            w7hkPC9wPg==
            --=_b'1--
            Nor is this.
            """);

        (mail.Text, mail.Html).Should().Be(("Rødgrød med fløde 3 = 3\r\n", "<p>rødgrød</p>"));
    }

    [Fact]
    public async Task Parts_are_found_within_parts_and_attachments_are_not_taken_for_text()
    {
        var mail = await ReceiveAsync(
            """
            Content-Type: multipart/mixed; boundary=outer

            --outer
            Content-Type: text/plain
            Content-Disposition: attachment; filename=log.txt

            attached
            --outer
            Content-Type: multipart/alternative; boundary=inner

            --inner

            plain
            --inner
            Content-Type: text/html

            <p>html</p>
            --inner--
            --outer--
            """);

        (mail.Text, mail.Html).Should().Be(("plain", "<p>html</p>"));
    }

    [Theory]
    [InlineData("=?utf-8?Q?Gr=C3=B8nn_genser?=", "Grønn genser")]
    [InlineData("=?UTF-8?b?R3LDuG5u?= genser", "Grønn genser")]
    [InlineData("=?iso-8859-1?q?Gr=F8nn?=", "Grønn")]
    [InlineData("=?utf-8*nb?Q?Gr=C3=B8nn?=", "Grønn")]
    [InlineData("=?utf-8?Q?Gr=C3=B8?=\r\n =?utf-8?Q?nn?=", "Grønn")]
    [InlineData("a =?utf-8?Q?b?= c", "a b c")]
    [InlineData("folded\r\n  twice\r\n\tover", "folded  twice\tover")]
    [InlineData("=?utf-8?B?not base64?=", "=?utf-8?B?not base64?=")]
    [InlineData("=?utf-8?B?***?= =?utf-8?B?***?=", "=?utf-8?B?***?= =?utf-8?B?***?=")]
    [InlineData("=?klingon?Q?nuq?=", "=?klingon?Q?nuq?=")]
    [InlineData("=?utf-8?Q?unfinished", "=?utf-8?Q?unfinished")]
    [InlineData("Grønn as it is", "Grønn as it is")]
    public async Task Encoded_words_of_a_header_are_read(string written, string expected)
    {
        var mail = await ReceiveAsync($"Subject: {written}\n\nx");

        mail.Subject.Should().Be(expected);
    }

    [Theory]
    [InlineData("utf-8", "quoted-printable", "a=20b  \n=C3=86=\n=XY=", "a b\r\nÆ=XY")]
    [InlineData("iso-8859-1", "quoted-printable", "Gr=F8nn", "Grønn\r\n")]
    [InlineData("iso-8859-1", "base64", "R3L4bm4=", "Grønn")]
    [InlineData("utf-8", "base64", "not base64!", "not base64!\r\n")]
    [InlineData("utf-8", "x-uuencode", "begin 644", "begin 644\r\n")]
    [InlineData("klingon", "8bit", "nuqneH æ", "nuqneH æ\r\n")]
    public async Task A_body_is_decoded_or_shown_as_it_came(string charset, string encoding, string body, string expected)
    {
        var mail = await ReceiveAsync($"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {encoding}\n\n{body}");

        mail.Text.Should().Be(expected);
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_read_as_latin1()
    {
        var source = Encoding.Latin1.GetBytes("Subject: Grønn\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\nRød\r\n.\r\n");

        var mail = await ReceiveAsync(source);

        (mail.Subject, mail.Text, mail.Raw).Should().Be(("Grønn", "Rød\r\n", Encoding.Latin1.GetString(source)[..^3]));
    }

    [Fact]
    public async Task Headers_keep_their_order_and_their_doubles()
    {
        var mail = await ReceiveAsync("X-One: 1\nSubject: s\nx-one: 2\nno field at all\n\nbody");

        mail.Headers.Select(header => (header.Name, header.Value)).Should().Equal(("X-One", "1"), ("Subject", "s"), ("x-one", "2"), ("", "no field at all"));
        mail.Header("X-ONE").Should().Be("1");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData(" folded from nothing\n\nx")]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n--b--\n--b\n--b")]
    [InlineData("Content-Type: multipart/mixed\n\n--\n")]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n--b\n--b\n--b\n--b")]
    [InlineData("Content-Type: ;;;\n\nx")]
    [InlineData("Content-Type: text/html; charset=\n\n")]
    public async Task Whatever_a_mail_looks_like_it_is_kept(string source)
    {
        var mail = await ReceiveAsync(source);

        mail.Raw.Should().Be(source.ReplaceLineEndings("\r\n") + "\r\n");
    }

    [Fact]
    public async Task A_mail_made_to_be_hard_to_read_is_read_in_no_time()
    {
        var nested = string.Concat(Enumerable.Range(0, 2000).Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n"));
        var folded = "Subject: x\n" + string.Concat(Enumerable.Repeat(" x\n", 500_000));
        var parts = "Content-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\n", 500_000));

        var mails = new[] { await ReceiveAsync(nested), await ReceiveAsync(folded), await ReceiveAsync(parts) };

        mails[1].Subject.Length.Should().BeLessThan(40_000);
        mails.Select(mail => mail.Html).Should().Equal(null, null, null);
    }

    private Task<ReceivedMail> ReceiveAsync(string source) => ReceiveAsync(Encoding.UTF8.GetBytes(source.ReplaceLineEndings("\r\n") + "\r\n.\r\n"));

    private async Task<ReceivedMail> ReceiveAsync(byte[] source)
    {
        using var client = await MailClient.GreetedAsync(Sandbox);
        await client.SendAsync("MAIL FROM:<shop@example.no>\r\nRCPT TO:<kari@example.no>\r\nDATA\r\n");
        _ = (await client.ReplyAsync(), await client.ReplyAsync(), await client.ReplyAsync());
        await client.SendAsync(source);
        var accepted = await client.ReplyAsync();
        accepted.Should().StartWith("250 ");
        return Sandbox.Mailbox.Mails[^1];
    }
}
