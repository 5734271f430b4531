using SystemLog.Orders.Notices;
using SystemLog.Orders.Policies;
using SystemLog.Orders.Workflows;

namespace SystemLog.Orders;

/// <summary>Works out what a change would do. Pure.</summary>
internal static class PreviewPlan
{
    public static OrderPreview Of(OrderState state, string trigger, ChangeScene scene, Refusal? fault)
    {
        var decision = scene.Workflow.Decide(state.Status, trigger, scene.Facts);
        IReadOnlyList<Refusal> refusals = fault is null ? decision.Refusals(state.Status) : [fault, .. decision.Refusals(state.Status)];
        var preview = new OrderPreview
        {
            Trigger = trigger,
            State = state,
            Refusals = refusals,
            Transition = decision.Transition,
            To = decision.To,
            PaymentPolicy = scene.Facts.Policy.Payment,
        };
        if (refusals.Count > 0)
        {
            preview = preview with { Allowed = [.. scene.Workflow.ChoicesIn(state.Status, scene.Facts).Where(choice => choice.IsAllowed)] };
        }

        return decision is { Transition: { } transition, To: { } to } ? Effects(preview, transition, to, scene) : preview;
    }

    private static OrderPreview Effects(OrderPreview preview, Transition transition, OrderStatus to, ChangeScene scene)
    {
        var messages = NoticePlan.Of(ChangePlan.NoticesOf(preview.State, transition, to, scene));
        var payment = ChangePlan.PaymentOf(transition, to, scene.Facts);
        return preview with
        {
            Messages = messages,
            Payment = payment,
            Warnings = [.. transition.Warnings.Where(guard => !guard.IsMet(scene.Facts)).Select(guard => new Refusal(guard.Reason))],
            Final = [.. FinalOf(preview, (transition, to), messages, (payment, scene))],
        };
    }

    private static IEnumerable<PreviewFinality> FinalOf(
        OrderPreview preview, (Transition Transition, OrderStatus To) way, IReadOnlyList<OrderMessage> messages, (PaymentHint Payment, ChangeScene Scene) what)
    {
        if (messages.Any(message => message.State == MessageState.Planned))
        {
            yield return PreviewFinality.MessageGoesOut;
        }

        if (what.Payment is PaymentHint.Capture or PaymentHint.CancelAuthorization && preview.PaymentPolicy.Value == PaymentPolicy.RequestAfterCommit)
        {
            yield return PreviewFinality.MoneyMoves;
        }

        if (!way.Transition.IsInternal && !what.Scene.Workflow.HasWay(way.To.Code, preview.State.Status))
        {
            yield return PreviewFinality.NoWayBack;
        }

        if (way.Transition.IsOverride)
        {
            yield return PreviewFinality.OverrideIsMarked;
        }
    }
}
