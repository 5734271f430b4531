using Microsoft.Extensions.Options;
using SystemLog.Messages;
using SystemLog.Orders.Workflows;
using SystemLog.Work;

namespace SystemLog.Orders.Notices;

/// <summary>Sends a message about a status, unless it was suppressed meanwhile.</summary>
internal sealed class NoticeHandler(
    IOrderStore store, WorkflowDirectory workflows, Mailer mailer, IOptions<SystemLogOptions> options, TimeProvider time) : IWorkHandler
{
    /// <summary>The kind of work. Stored: never change it.</summary>
    public const string Name = "status-message";

    // A server may take ten minutes to accept a mail (RFC 5321, 4.5.3.2.6).
    public WorkKind Kind { get; } = new(Name) { TimeLimit = TimeSpan.FromMinutes(15) };

    /// <summary>Returns the key of a message's work.</summary>
    public static string KeyOf(OrderRef order, OrderMessage message) =>
        $"{order.Subject.Type}/{order.Subject.Number}/{message.Cause}/{(int)message.Audience}/{(int)message.Channel}";

    public async Task<WorkOutcome> HandleAsync(WorkContext work, CancellationToken cancellationToken)
    {
        var order = new OrderRef(work.Item.Shop, work.Item.Subject!.Value);
        var notice = NoticeOrder.Parse(work.Item.Payload);
        var messages = await store.MessagesOfAsync(order, notice.Cause, connection: null, cancellationToken);
        var message = messages.FirstOrDefault(one => one.Audience == notice.Audience && one.Channel == notice.Channel);
        if (message is null or { State: MessageState.Suppressed or MessageState.Accepted }
            || await store.FindAsync(order, connection: null, cancellationToken) is not { } state)
        {
            return new WorkOutcome.Done();
        }

        var sending = message with { State = MessageState.Sending, At = time.GetUtcNow() };
        if (message.State != MessageState.Sending && !await store.MoveMessageAsync(order, message, sending, cancellationToken))
        {
            return new WorkOutcome.TryAgain("The message changed while it was about to be sent.");
        }

        return await SendAsync(work, (state, sending), notice, cancellationToken);
    }

    private async Task<WorkOutcome> SendAsync(
        WorkContext work, (OrderState Order, OrderMessage Message) what, NoticeOrder notice, CancellationToken cancellationToken)
    {
        var mail = MailOf(work.Item, what, notice);
        await work.PassPointOfNoReturnAsync(cancellationToken);
        var outcome = await mailer.SendAsync(mail, cancellationToken);
        var isLast = work.Item.Tries >= Kind.Retry.Attempts;
        var (state, detail, result) = outcome switch
        {
            SendOutcome.Accepted { RefusedRecipients: [var refused, ..] } when notice.Audience == Audience.Customer =>
                (MessageState.Failed, refused.Reason, new WorkOutcome.Failed(refused.Reason)),
            SendOutcome.Accepted => (MessageState.Accepted, (string?)null, (WorkOutcome)new WorkOutcome.Done()),
            SendOutcome.Refused { IsTransient: true } refused =>
                (isLast ? MessageState.Failed : MessageState.Planned, refused.Reason, new WorkOutcome.TryAgain(refused.Reason, refused.RetryAfter)),
            SendOutcome.Refused refused => (MessageState.Failed, refused.Reason, new WorkOutcome.Failed(refused.Reason)),
            SendOutcome.Unknown unknown => (MessageState.Unknown, unknown.Reason, new WorkOutcome.Unknown(unknown.Reason)),
            _ => throw new InvalidOperationException($"{outcome.GetType().Name} is no outcome of a mail."),
        };
        await store.MoveMessageAsync(
            what.Order.Order, what.Message, what.Message with { State = state, Detail = detail, At = time.GetUtcNow() }, CancellationToken.None);
        return result;
    }

    private MailMessage MailOf(WorkItem item, (OrderState Order, OrderMessage Message) what, NoticeOrder notice)
    {
        var (subject, text) = NoticeLetter.Write(
            notice, what.Order, workflows.Of(what.Order.Order), new(what.Message.Language, options.Value.PanelUrl));
        var recipients = (what.Message.Recipient ?? "").Split(", ", StringSplitOptions.RemoveEmptyEntries);
        return new(mailer.From, recipients.Select(recipient => new Mailbox(recipient)), subject, text, time.GetUtcNow())
        {
            // The same however often it is tried, so that a mailbox that got it twice can tell.
            MessageId = $"<status.{item.Id}.{item.QueuedAt.ToUnixTimeMilliseconds()}@{mailer.From.Domain}>",
            Headers = [new("Auto-Submitted", "auto-generated")],
        };
    }
}
