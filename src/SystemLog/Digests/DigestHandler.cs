using SystemLog.Messages;
using SystemLog.Work;

namespace SystemLog.Digests;

/// <summary>Sends a summary mail.</summary>
internal sealed class DigestHandler(DigestLedger ledger, DigestPost post, Mailer mailer, TimeProvider time) : IWorkHandler
{
    // A server may take ten minutes to accept a mail (RFC 5321, 4.5.3.2.6).
    public WorkKind Kind { get; } = new(DigestLedger.Kind) { AtOnce = 2, TimeLimit = TimeSpan.FromMinutes(15) };

    public async Task<WorkOutcome> HandleAsync(WorkContext work, CancellationToken cancellationToken)
    {
        var order = DigestOrder.Parse(work.Item.Payload);
        var now = time.GetUtcNow();
        var digest = await ledger.DigestOfAsync(work.Item.Shop, cancellationToken);
        if (order.TestTo is null && !digest.Settings.IsOn)
        {
            return new WorkOutcome.Done(new DigestResult(DigestEnd.TurnedOff).ToJson());
        }

        // A person who sends it again wants it, however old it is.
        if (now >= order.MakeUpBefore && work.Item.Attempts == work.Item.Tries)
        {
            return new WorkOutcome.Failed("Its time is over: the next summary says what this one would have said.");
        }

        var (content, mail) = await post.WriteAsync(work.Item.Shop, digest, now, work.Item.Id, cancellationToken);
        if (content.IsEmpty && order.TestTo is null && !digest.Settings.AlsoWhenEmpty)
        {
            return new WorkOutcome.Done(new DigestResult(DigestEnd.NothingToTell).ToJson());
        }

        var message = MessageOf(work.Item, order.TestTo is { } test ? [test] : digest.Settings.Recipients, mail, now);
        await work.PassPointOfNoReturnAsync(cancellationToken);
        return OutcomeOf(await mailer.SendAsync(message, cancellationToken), message, content);
    }

    private MailMessage MessageOf(WorkItem item, IEnumerable<string> recipients, DigestMail mail, DateTimeOffset now) =>
        new(mailer.From, recipients.Select(recipient => new Mailbox(recipient)), mail.Subject, mail.Text, now)
        {
            Html = mail.Html,

            // The same however often it is tried, so that a mailbox that got it twice can tell.
            MessageId = $"<summary-mail.{item.Shop}.{item.Key}.{item.QueuedAt.ToUnixTimeMilliseconds()}@{mailer.From.Domain}>",
            Headers = [new("Auto-Submitted", "auto-generated")],
        };

    private static WorkOutcome OutcomeOf(SendOutcome outcome, MailMessage message, DigestContent content) => outcome switch
    {
        SendOutcome.Accepted accepted => new WorkOutcome.Done(ResultOf(accepted, message, content).ToJson()),
        SendOutcome.Refused { IsTransient: true } refused => new WorkOutcome.TryAgain(refused.Reason, refused.RetryAfter),
        SendOutcome.Refused refused => new WorkOutcome.Failed(refused.Reason),
        SendOutcome.Unknown unknown => new WorkOutcome.Unknown(unknown.Reason),
        _ => throw new InvalidOperationException($"{outcome.GetType().Name} is no outcome of a mail."),
    };

    private static DigestResult ResultOf(SendOutcome.Accepted accepted, MailMessage message, DigestContent content)
    {
        var refused = accepted.RefusedRecipients.Select(recipient => recipient.Recipient.Address).ToList();
        return new(DigestEnd.Sent)
        {
            Orders = content.Issues.Untreated,
            Recipients = [.. message.To.Select(recipient => recipient.Address).Except(refused, StringComparer.Ordinal)],
            Refused = refused,
        };
    }
}
