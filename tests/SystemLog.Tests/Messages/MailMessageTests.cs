using SystemLog.Messages;

namespace SystemLog.Tests.Messages;

public sealed class MailMessageTests
{
    [Theory]
    [InlineData("kari@example.no", "kari@example.no")]
    [InlineData("kari+order.17@post.example.no", "kari+order.17@post.example.no")]
    [InlineData("kari@blåbær.no", "kari@xn--blbr-roah.no")]
    [InlineData("blåbær@example.no", "blåbær@example.no")]
    [InlineData("root@localhost", "root@localhost")]
    [InlineData("o'hara@example.ie", "o'hara@example.ie")]
    public void An_address_is_kept_with_its_domain_in_ASCII(string typed, string address)
    {
        Mailbox.TryCreate(typed, out var mailbox).Should().BeTrue();

        mailbox!.Address.Should().Be(address);
    }

    [Theory]
    [InlineData("")]
    [InlineData("kari")]
    [InlineData("@example.no")]
    [InlineData("kari@")]
    [InlineData("kari@example")]
    [InlineData("kari@example..no")]
    [InlineData("kari@-example.no")]
    [InlineData("kari@example.no.")]
    [InlineData("kari@127.0.0.1")]
    [InlineData("kari@[127.0.0.1]")]
    [InlineData("kari@exa_mple.no")]
    [InlineData(".kari@example.no")]
    [InlineData("kari.@example.no")]
    [InlineData("ka..ri@example.no")]
    [InlineData("ka ri@example.no")]
    [InlineData("kari@ola@example.no")]
    [InlineData("kari,ola@example.no")]
    [InlineData("<kari@example.no>")]
    [InlineData("kari@example.no>")]
    [InlineData("\"kari\"@example.no")]
    [InlineData("kari@example.no\r\nBcc: all@example.no")]
    [InlineData("kari\r\nRCPT@example.no")]
    [InlineData("ka\0ri@example.no")]
    [InlineData("ka\u200Bri@example.no")]
    [InlineData("ka\uD800ri@example.no")]
    public void What_cannot_be_an_address_is_refused(string typed)
    {
        var making = () => new Mailbox(typed);

        making.Should().Throw<ArgumentException>();
        Mailbox.TryCreate(typed, out _).Should().BeFalse();
    }

    [Fact]
    public void An_address_that_is_too_long_is_refused()
    {
        Mailbox.TryCreate($"{new string('a', 64)}@example.no", out _).Should().BeTrue();
        Mailbox.TryCreate($"{new string('a', 65)}@example.no", out _).Should().BeFalse();
        Mailbox.TryCreate($"{new string('å', 33)}@example.no", out _).Should().BeFalse();
        Mailbox.TryCreate($"kari@{string.Join('.', Enumerable.Repeat(new string('a', 63), 4))}.no", out _).Should().BeFalse();
        Mailbox.TryCreate($"kari@{new string('a', 100_000)}.no", out _).Should().BeFalse();
    }

    [Theory]
    [InlineData("Summary\r\nBcc: all@example.no")]
    [InlineData("Summary\nX")]
    [InlineData("Summary\rX")]
    [InlineData("Summary\0")]
    [InlineData("Summary\tX")]
    [InlineData("Summary\u0085X")]
    [InlineData("Summary\u007F")]
    public void A_control_character_in_any_header_is_refused(string text)
    {
        Action[] makings =
        [
            () => Some.Mail(text),
            () => _ = new Mailbox("kari@example.no", text),
            () => _ = new MailHeader("X-Shop", text),
            () => _ = new MailHeader(text, "main"),
            () => _ = new MailMessage(Some.Shop, [Some.Kari], "Summary", "Text", Some.Date) { MessageId = $"<{text}@shop.example>" },
        ];

        makings.Should().AllSatisfy(making => making.Should().Throw<ArgumentException>());
    }

    [Theory]
    [InlineData("Subject")]
    [InlineData("bcc")]
    [InlineData("content-type")]
    [InlineData("Content-Disposition")]
    [InlineData("x-systemlog-redirected-from")]
    [InlineData("X Shop")]
    [InlineData("X-Shop:")]
    [InlineData("X-Blåbær")]
    [InlineData("")]
    public void A_header_of_ones_own_cannot_take_the_place_of_the_messages(string name)
    {
        var making = () => new MailHeader(name, "main");

        making.Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData("no brackets@shop.example")]
    [InlineData("<no-at-sign>")]
    [InlineData("<two@at@signs>")]
    [InlineData("<a b@shop.example>")]
    [InlineData("<a@shop.example>\r\n")]
    public void A_message_id_of_another_form_is_refused(string messageId)
    {
        var making = () => new MailMessage(Some.Shop, [Some.Kari], "Summary", "Text", Some.Date) { MessageId = messageId };

        making.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Whatever_is_too_much_is_refused()
    {
        var many = Enumerable.Range(0, 101).Select(number => new Mailbox($"kari{number}@customer.example")).ToArray();
        Action[] makings =
        [
            () => Some.Mail(to: many),
            () => _ = new MailMessage(Some.Shop, [], "Summary", "Text", Some.Date),
            () => Some.Mail(subject: new string('a', 501)),
            () => Some.Mail(text: new string('a', 1_000_001)),
            () => Some.Mail(html: new string('a', 1_000_001)),
            () => _ = new Mailbox("kari@example.no", new string('a', 201)),
            () => _ = new MailHeader("X-Shop", new string('a', 901)),
            () => _ = new MailMessage(Some.Shop, [Some.Kari], "Summary", "Text", Some.Date)
            {
                Headers = [.. Enumerable.Repeat(new MailHeader("X-Shop", "main"), 51)],
            },
        ];

        makings.Should().AllSatisfy(making => making.Should().Throw<ArgumentException>());
    }

    [Fact]
    public void Every_mail_has_a_message_id_of_its_own_in_the_senders_domain()
    {
        var one = Some.Mail();
        var other = Some.Mail();

        one.MessageId.Should().MatchRegex("^<[0-9a-f-]{36}@shop.example>$").And.NotBe(other.MessageId);
    }

    [Fact]
    public void A_recipient_named_twice_gets_it_once() =>
        Some.Mail(to: [Some.Kari, Some.Ola, new Mailbox("kari@customer.example", "Kari")]).To.Should().Equal(Some.Kari, Some.Ola);
}
