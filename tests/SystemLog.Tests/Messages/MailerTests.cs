using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SystemLog.Messages;
using SystemLog.Testing;

namespace SystemLog.Tests.Messages;

public sealed class MailerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("systemlog-mails-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_mail_goes_to_whom_it_was_written_for()
    {
        var sender = new RecordingSender();
        var mailer = Mailer(new(), sender);
        var message = Some.Mail(to: [Some.Kari, Some.Ola]);

        var outcome = await mailer.SendAsync(message);

        outcome.Should().BeOfType<SendOutcome.Accepted>();
        sender.Sent.Should().Equal(message);
        (mailer.CanSend, mailer.From, mailer.RedirectedTo).Should().Be((true, sender.From, null));
    }

    [Fact]
    public async Task Without_a_sender_a_mail_is_refused_and_the_reason_says_what_to_call()
    {
        var mailer = Mailer(new());

        var outcome = await mailer.SendAsync(Some.Mail());

        mailer.CanSend.Should().BeFalse();
        outcome.Should().Be(new SendOutcome.Refused("No mail sender is set up in this host, such as AddSmtp(...).", IsTransient: false));
    }

    [Fact]
    public async Task A_redirected_mail_reaches_one_address_only_and_says_who_would_have_got_it()
    {
        var sender = new RecordingSender();
        var mailer = Mailer(new() { RedirectMailTo = "test@shop.example" }, sender);
        var message = new MailMessage(Some.Shop, [Some.Kari, Some.Ola, new("åse@customer.example")], "To ordrer venter", "Tekst", Some.Date)
        {
            Html = "<p>Tekst</p>",
            ReplyTo = Some.Shop,
            Headers = [.. Enumerable.Repeat(new MailHeader("X-Shop", "main"), 50)],
        };

        await mailer.SendAsync(message);

        var sent = sender.Sent.Single();
        mailer.RedirectedTo.Should().Be("test@shop.example");
        sent.To.Select(mailbox => mailbox.Address).Should().Equal("test@shop.example");
        sent.Subject.Should().Be("[to kari@customer.example and 2 more] To ordrer venter");
        sent.NeedsUtf8.Should().BeFalse();
        sent.Should().BeEquivalentTo(new { message.From, message.Text, message.Html, message.ReplyTo, message.Date, message.MessageId, message.Headers });
        var header = Encoding.ASCII.GetString(sent.ToBytes()).Split("\r\n\r\n")[0];
        header.Should().Contain("\r\nTo: test@shop.example\r\n").And.Contain("\r\nX-SystemLog-Redirected-From: =?utf-8?Q?kari=40customer");
    }

    [Fact]
    public async Task The_header_of_a_redirected_mail_names_those_who_would_have_got_it()
    {
        var sender = new RecordingSender();

        await Mailer(new() { RedirectMailTo = "test@shop.example" }, sender).SendAsync(Some.Mail(to: [Some.Kari, Some.Ola]));

        Encoding.ASCII.GetString(sender.Sent.Single().ToBytes()).Should()
            .Contain("\r\nX-SystemLog-Redirected-From: kari@customer.example, ola@customer.example\r\n");
    }

    [Fact]
    public async Task A_subject_that_grows_too_long_loses_its_end_but_no_half_character()
    {
        var sender = new RecordingSender();

        await Mailer(new() { RedirectMailTo = "test@shop.example" }, sender).SendAsync(Some.Mail(string.Concat(Enumerable.Repeat("📦", 250))));

        var subject = sender.Sent.Single().Subject;
        subject.Length.Should().BeInRange(499, 500);
        subject.Should().StartWith("[to kari@customer.example] 📦").And.EndWith("📦");
    }

    [Fact]
    public async Task A_mail_for_the_folder_is_a_whole_file_and_leaves_the_sender_alone()
    {
        var sender = new RecordingSender();
        var folder = Path.Combine(_folder.FullName, "new", "mails");
        var mailer = Mailer(new() { RedirectMailFolder = folder }, sender);
        var message = Some.Mail();

        var outcome = await mailer.SendAsync(message);
        await mailer.SendAsync(message);

        sender.Sent.Should().BeEmpty();
        mailer.RedirectedTo.Should().Be(folder);
        var files = Directory.GetFiles(folder);
        files.Should().HaveCount(2).And.OnlyContain(file => Path.GetFileName(file).StartsWith("20260302T080000Z-") && file.EndsWith(".eml"));
        files.Select(Path.GetFileName).Should().Contain(outcome.Should().BeOfType<SendOutcome.Accepted>().Which.Reference);
        (await File.ReadAllBytesAsync(files[0])).Should().Equal(message.ToBytes());
    }

    [Fact]
    public async Task A_folder_needs_no_sender()
    {
        var mailer = Mailer(new() { RedirectMailFolder = _folder.FullName });

        var outcome = await mailer.SendAsync(new MailMessage(mailer.From, [Some.Kari], "Summary", "Text", Some.Date));

        (mailer.CanSend, mailer.From.Address).Should().Be((true, "systemlog@localhost"));
        outcome.Should().BeOfType<SendOutcome.Accepted>();
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_refuses()
    {
        var blocked = Path.Combine(_folder.FullName, "file");
        var mailer = Mailer(new() { RedirectMailFolder = Path.Combine(blocked, "mails") });
        await File.WriteAllTextAsync(blocked, "");

        var outcome = await mailer.SendAsync(Some.Mail());

        outcome.Should().BeOfType<SendOutcome.Refused>().Which.Should().Match<SendOutcome.Refused>(it => it.IsTransient && it.Reason.Contains(blocked));
    }

    [Fact]
    public async Task A_sender_that_throws_leaves_the_mails_fate_open()
    {
        var mailer = Mailer(new(), new ThrowingSender(new InvalidOperationException("no such template")));

        (await mailer.SendAsync(Some.Mail())).Should().Be(new SendOutcome.Unknown("Throwing failed: no such template"));
    }

    [Fact]
    public async Task Only_who_cancels_hears_that_it_was_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        var mailer = Mailer(new(), new ThrowingSender(new OperationCanceledException("time-out of its own")));
        var sending = () => mailer.SendAsync(Some.Mail(), cancel.Token);

        var before = await sending();
        await cancel.CancelAsync();

        before.Should().BeOfType<SendOutcome.Unknown>();
        await sending.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Who_cancels_before_a_mail_is_in_the_folder_leaves_nothing_there()
    {
        var mailer = Mailer(new() { RedirectMailFolder = _folder.FullName });
        var sending = () => mailer.SendAsync(Some.Mail(), new(canceled: true));

        await sending.Should().ThrowAsync<OperationCanceledException>();
        _folder.GetFiles().Should().BeEmpty();
    }

    [Fact]
    public void A_second_sender_is_refused_whichever_way_it_is_added()
    {
        var builder = new ServiceCollection().AddSystemLog().UseMessageSender(_ => new RecordingSender());

        var adding = () => builder.UseMessageSender(_ => new RecordingSender());
        var making = () => Mailer(new(), new RecordingSender(), new RecordingSender());

        adding.Should().Throw<InvalidOperationException>().WithMessage("The host has a mail sender already*");
        making.Should().Throw<InvalidOperationException>().WithMessage("*not through Recording and Recording.");
    }

    private static Mailer Mailer(SystemLogOptions options, params IMessageSender[] senders) =>
        new(Options.Create(options), new ManualTime(), senders);

    private sealed class ThrowingSender(Exception failure) : IMessageSender
    {
        public string Name => "Throwing";

        public Mailbox From => Some.Shop;

        public Task<SendOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken = default) => Task.FromException<SendOutcome>(failure);
    }
}
