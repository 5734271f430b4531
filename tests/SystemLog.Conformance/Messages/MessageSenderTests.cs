using SystemLog.Messages;

namespace SystemLog.Conformance.Messages;

/// <summary>What every sender of mails holds to.</summary>
public abstract class MessageSenderTests
{
    private static readonly Mailbox s_kari = new("kari@customer.example", "Kari Nordmann"), s_ola = new("ola@customer.example");

    /// <summary>Returns a sender with a server of its own.</summary>
    protected abstract ISenderUnderTest Start();

    [Fact]
    public async Task A_mail_that_is_taken_arrives_as_it_was_written_from_who_sends()
    {
        await using var under = Start();
        var from = under.Sender.From;

        var outcome = await under.Sender.SendAsync(Mail(from, "To ordrer venter 📦", "Hei.\n.\nBlåbær", s_kari, s_ola));

        outcome.Should().BeOfType<SendOutcome.Accepted>().Which.RefusedRecipients.Should().BeEmpty();
        under.Sender.Name.Should().NotBeNullOrWhiteSpace();
        under.Received.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new ReceivedMail(
                from.Address, [s_kari.Address, s_ola.Address], from.Name is null ? from.Address : $"{from.Name} <{from.Address}>",
                $"Kari Nordmann <{s_kari.Address}>, {s_ola.Address}", "To ordrer venter 📦", "Hei.\n.\nBlåbær"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_recipient_that_is_refused_does_not_keep_the_mail_from_the_other(bool isTransient)
    {
        await using var under = Start();
        under.RefuseRecipient(s_ola.Address, isTransient);

        var outcome = await under.Sender.SendAsync(Mail(under.Sender.From, to: [s_kari, s_ola]));

        var refused = outcome.Should().BeOfType<SendOutcome.Accepted>().Which.RefusedRecipients.Should().ContainSingle().Subject;
        (refused.Recipient, refused.IsTransient).Should().Be((s_ola, isTransient));
        refused.Reason.Should().NotBeNullOrWhiteSpace();
        under.Received.Should().ContainSingle().Which.Recipients.Should().Equal(s_kari.Address);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task When_the_only_recipient_is_refused_nobody_gets_it(bool isTransient)
    {
        await using var under = Start();
        under.RefuseRecipient(s_kari.Address, isTransient);

        var outcome = await under.Sender.SendAsync(Mail(under.Sender.From));

        outcome.Should().BeOfType<SendOutcome.Refused>().Which.IsTransient.Should().Be(isTransient);
        under.Received.Should().BeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refusal_says_why_and_whether_it_may_pass(bool isTransient)
    {
        await using var under = Start();
        under.RefuseAll(isTransient);

        var outcome = await under.Sender.SendAsync(Mail(under.Sender.From));

        outcome.Should().BeOfType<SendOutcome.Refused>().Which.Should().Match<SendOutcome.Refused>(it => it.IsTransient == isTransient && it.Reason.Length > 0);
        under.Received.Should().BeEmpty();
    }

    [Fact]
    public async Task An_outage_before_the_server_has_the_mail_is_a_refusal_that_may_pass()
    {
        await using var under = Start();
        under.BreakOff();

        var outcome = await under.Sender.SendAsync(Mail(under.Sender.From));

        outcome.Should().BeOfType<SendOutcome.Refused>().Which.IsTransient.Should().BeTrue();
    }

    [Fact]
    public async Task A_lost_answer_leaves_the_mails_fate_open()
    {
        await using var under = Start();
        under.LoseAnswer();

        var outcome = await under.Sender.SendAsync(Mail(under.Sender.From));

        outcome.Should().BeOfType<SendOutcome.Unknown>().Which.Reason.Should().NotBeNullOrWhiteSpace();
        under.Received.Should().ContainSingle();
    }

    [Fact]
    public async Task Who_cancels_before_the_server_has_the_mail_hears_that_it_was_cancelled()
    {
        await using var under = Start();
        using var cancel = new CancellationTokenSource();
        var silent = under.FallSilent();
        var sending = under.Sender.SendAsync(Mail(under.Sender.From), cancel.Token);
        await silent;

        await cancel.CancelAsync();

        var waiting = () => sending;
        await waiting.Should().ThrowAsync<OperationCanceledException>();
        under.Received.Should().BeEmpty();
    }

    [Fact]
    public async Task Who_cancels_after_that_hears_that_the_mails_fate_is_open()
    {
        await using var under = Start();
        using var cancel = new CancellationTokenSource();
        var silent = under.FallSilentAtTheEnd();
        var sending = under.Sender.SendAsync(Mail(under.Sender.From), cancel.Token);
        await silent;

        await cancel.CancelAsync();

        (await sending).Should().BeOfType<SendOutcome.Unknown>();
    }

    public static TheoryData<string> Smuggled { get; } =
    [
        "=?utf-8?Q?=0D=0ABcc:_all@other.example?=", "x\u2028Bcc: all@other.example", "x\" <all@other.example>, \"y", "Bcc: all@other.example",
        "{{bcc}} <%= all@other.example %>", "æ\\\"> RCPT TO:<all@other.example>",
    ];

    [Theory]
    [MemberData(nameof(Smuggled))]
    public async Task No_text_adds_a_recipient_or_a_header(string text)
    {
        await using var under = Start();
        var message = new MailMessage(under.Sender.From, [new(s_kari.Address, text)], text, text, Any.Monday) { Headers = [new("X-Shop", text)] };

        var outcome = await under.Sender.SendAsync(message);

        outcome.Should().BeOfType<SendOutcome.Accepted>();
        var mail = under.Received.Should().ContainSingle().Subject;
        (mail.Subject, mail.Text).Should().Be((text, text));
        mail.Recipients.Should().Equal(s_kari.Address);
    }

    [Fact]
    public async Task A_text_that_looks_like_the_end_of_a_mail_is_none()
    {
        await using var under = Start();
        const string text = "Hei\n.\nMAIL FROM:<all@other.example>\nRCPT TO:<all@other.example>\nDATA\n.\nQUIT";

        await under.Sender.SendAsync(Mail(under.Sender.From, text: text));

        under.Received.Should().ContainSingle().Which.Text.Should().Be(text);
    }

    [Fact]
    public async Task Mails_sent_at_once_do_not_mix()
    {
        await using var under = Start();
        string[] subjects = [.. Enumerable.Range(1, 5).Select(number => $"Mail {number}")];

        var outcomes = await Task.WhenAll(subjects.Select(subject => under.Sender.SendAsync(Mail(under.Sender.From, subject, subject))));

        outcomes.Should().AllBeOfType<SendOutcome.Accepted>();
        under.Received.Select(mail => (mail.Subject, mail.Text)).Should().BeEquivalentTo(subjects.Select(subject => (subject, subject)));
    }

    private static MailMessage Mail(Mailbox from, string subject = "Summary", string text = "Two orders wait.", params Mailbox[] to) =>
        new(from, to.Length == 0 ? [s_kari] : to, subject, text, Any.Monday);
}
