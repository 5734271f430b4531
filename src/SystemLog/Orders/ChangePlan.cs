using System.Globalization;
using SystemLog.Orders.Notices;
using SystemLog.Orders.Policies;
using SystemLog.Orders.Workflows;
using SystemLog.Work;

namespace SystemLog.Orders;

/// <summary>Works out everything that a change saves. Pure.</summary>
internal static class ChangePlan
{
    /// <summary>Returns what is saved when an order comes into being.</summary>
    public static OrderWrite ForNew(OrderSnapshot snapshot, Transition transition, OrderStatus to, ChangeScene scene) =>
        ForChange(
            new()
            {
                Order = new(snapshot.Shop, snapshot.Subject),
                Workflow = scene.Workflow.Name,
                Status = "",
                StatusSince = scene.Facts.Now,
                Version = 0,
                Snapshot = snapshot,
                SnapshotAt = scene.Facts.Now,
                WasPlacedByApprover = scene.Facts.WasPlacedByApprover,
            },
            transition, to, scene);

    /// <summary>Returns what is saved when an order goes to another status.</summary>
    public static OrderWrite ForChange(OrderState state, Transition transition, OrderStatus to, ChangeScene scene)
    {
        var next = state with
        {
            Workflow = scene.Workflow.Name,
            Status = to.Code,
            StatusSince = scene.Facts.Now,
            Version = state.Version + 1,
            IsApproved = state.IsApproved || transition.IsApproval,
            StatusBeforeError = transition.RemembersStatus ? state.Status : null,
        };
        var change = ChangeOf(state, transition, to, scene);
        var messages = NoticePlan.Of(NoticesOf(state, transition, to, scene));
        return new()
        {
            State = next,
            Change = change,
            Messages = messages,
            Reverts = scene.Reverting?.To == to.Code ? scene.Reverting.Cause : null,
            Work = WorkOf(next, change, messages, scene),
        };
    }

    /// <summary>Returns what is saved when something happens to an order that keeps its status.</summary>
    public static OrderWrite ForEvent(OrderState state, Transition transition, ChangeScene scene)
    {
        var messages = NoticePlan.Of(NoticesOf(state, transition, scene.Workflow.Find(state.Status)!, scene));
        return new()
        {
            State = state,
            Messages = messages,
            Work = [.. Planned(messages).Select(message => SendingOf(state, message, NoticeOf(message, state.Status, transition.Trigger, scene), scene))],
        };
    }

    /// <summary>Returns what the change suggests for the money; nothing where the policy leaves it to people.</summary>
    public static PaymentHint PaymentOf(Transition transition, OrderStatus to, TransitionFacts facts) =>
        facts.Policy.Payment.Value == PaymentPolicy.Manual || facts.Order.Payment is not { } payment
            ? PaymentHint.None
            : transition.HintFor(payment.State, to.Code);

    /// <summary>Returns what the messages of a change name as their cause.</summary>
    public static string CauseOf(StatusChange change) => CauseOf(change.Sequence);

    /// <summary>Returns what the decision about messages looks at.</summary>
    public static NoticeFacts NoticesOf(OrderState state, Transition transition, OrderStatus to, ChangeScene scene) => new()
    {
        Transition = transition,
        Change = scene.Facts,
        Cause = transition.IsInternal
            ? $"{transition.Trigger}/{scene.Options.CommandId ?? Guid.CreateVersion7(scene.Facts.Now).ToString("N")}"
            : CauseOf(state.Version + 1),
        Notify = scene.Options.Notify,
        Channels = scene.Options.Channels,
        SendsMessages = state.SendsMessages,
        IsReentry = transition.To is [TransitionTarget.Previous],
        Reverts = scene.Reverting?.To == to.Code,
        Available = scene.Available,
    };

    private static string CauseOf(long sequence) => sequence.ToString(CultureInfo.InvariantCulture);

    private static StatusChange ChangeOf(OrderState state, Transition transition, OrderStatus to, ChangeScene scene) => new()
    {
        Sequence = state.Version + 1,
        From = state.Version == 0 ? null : state.Status,
        To = to.Code,
        Trigger = transition.Trigger,
        Transition = transition.Id,
        IsAutomatic = transition.Mode == TransitionMode.Automatic || !scene.Facts.Actor.IsPerson,
        Actor = scene.Facts.Actor,
        At = scene.Facts.Now,
        Reason = scene.Options.Reason,
        CustomerNote = scene.Options.CustomerNote,
        InternalNote = scene.Options.InternalNote,
        IsOverride = transition.IsOverride,
        CommandId = scene.Options.CommandId,
        CorrelationId = scene.Options.CorrelationId,
        PaymentHint = PaymentOf(transition, to, scene.Facts),
        WorkflowVersion = scene.Workflow.Version,
    };

    private static List<NewWork> WorkOf(OrderState state, StatusChange change, IReadOnlyList<OrderMessage> messages, ChangeScene scene)
    {
        var work = Planned(messages).Select(message => SendingOf(state, message, NoticeOf(message, change.To, null, scene), scene)).ToList();
        if (scene.TellsHost)
        {
            work.Add(StatusSinkHandler.WorkOf(state, change, scene.Workflow));
        }

        if (scene.Facts.Policy.Payment.Value == PaymentPolicy.RequestAfterCommit && change.PaymentHint is PaymentHint.Capture or PaymentHint.CancelAuthorization)
        {
            work.Add(PaymentRequestHandler.WorkOf(state, change));
        }

        if (scene.ReturnsFromError)
        {
            work.Add(ResumedHandler.WorkOf(state.Order, change));
        }

        return work;
    }

    private static IEnumerable<OrderMessage> Planned(IEnumerable<OrderMessage> messages) =>
        messages.Where(message => message.State == MessageState.Planned);

    private static NoticeOrder NoticeOf(OrderMessage message, string status, string? trigger, ChangeScene scene) => new()
    {
        Cause = message.Cause,
        Audience = message.Audience,
        Channel = message.Channel,
        Status = status,
        Trigger = trigger,
        Reason = scene.Workflow.Find(status)?.Role == StatusRole.Rejected ? scene.Options.Reason : null,
        Note = scene.Options.CustomerNote,
    };

    private static NewWork SendingOf(OrderState state, OrderMessage message, NoticeOrder notice, ChangeScene scene) => new()
    {
        Shop = state.Order.Shop,
        Kind = NoticeHandler.Name,
        Key = NoticeHandler.KeyOf(state.Order, message),
        Subject = state.Order.Subject,
        DueAt = scene.Facts.Now + scene.Facts.Policy.HoldBack.Value,
        OrderKey = OrderWork.OrderKeyOf(NoticeHandler.Name, state.Order),
        Payload = notice.ToJson(),
    };
}
