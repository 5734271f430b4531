using ProviderSandbox.Wire;

namespace ProviderSandbox.Klarna;

/// <summary>What changes an order without moving money. All of it answers 204.</summary>
internal sealed class KlarnaChanges(SandboxState state, KlarnaOrders orders)
{
    private static readonly TimeSpan LongestAuthorization = TimeSpan.FromDays(180);

    public Answer Cancel(Call call) => Change(call, "CANCEL_NOT_ALLOWED", CancelRefusal, order => order with { IsCancelled = true });

    public Answer Release(Call call) => Change(call, "NOT_ALLOWED", ReleaseRefusal, order => order with { IsReleased = true });

    public Answer Extend(Call call) => Change(call, "NOT_ALLOWED", ExtendRefusal, order => order with { ExpiresAt = LaterExpiry(order) });

    public Answer Acknowledge(Call call) => Change(call, "NOT_ALLOWED", _ => null, order => order with { IsAcknowledged = true });

    public Answer UpdateAuthorization(Call call)
    {
        if (call.Integer("order_amount") is not > 0)
        {
            return KlarnaErrors.Of("UNPROCESSABLE_ENTITY", state.Ids, "'order_amount' may not be null");
        }

        var amount = call.Integer("order_amount")!.Value;
        return Change(call, "NOT_ALLOWED", order => UpdateRefusal(order, amount), order => order with { OrderAmount = amount });
    }

    public Answer UpdateReferences(Call call) => Change(
        call,
        "NOT_ALLOWED",
        order => order.IsCancelled ? "Can not update a cancelled order" : null,
        order => order with
        {
            MerchantReference1 = call.Text("merchant_reference1") ?? order.MerchantReference1,
            MerchantReference2 = call.Text("merchant_reference2") ?? order.MerchantReference2,
        });

    public Answer AddShippingInfo(Call call)
    {
        var captureId = call.Route("captureId");
        if (orders.Find(call.Route("orderId")) is { } known && known.Captures.All(capture => capture.CaptureId != captureId))
        {
            return KlarnaErrors.Of("NO_SUCH_CAPTURE", state.Ids);
        }

        return Change(call, "NOT_ALLOWED", _ => null, order => order with
        {
            Captures = [.. order.Captures.Select(capture => capture.CaptureId == captureId ? WithParcels(capture, call) : capture)],
        });
    }

    private static KlarnaCapture WithParcels(KlarnaCapture capture, Call call) =>
        capture with { ShippingInfo = [.. capture.ShippingInfo.Concat(call.List("shipping_info")).Select(parcel => parcel?.DeepClone())] };

    private static string? ReleaseRefusal(KlarnaOrder order) => order switch
    {
        { IsCancelled: true } or { Captures: [] } => "Can not release when order is cancelled or has no captures",
        _ when order.Captured >= order.OrderAmount => "Order is fully captured. Remaining authorization cannot be released.",
        _ => null,
    };

    private string? CancelRefusal(KlarnaOrder order) => order switch
    {
        { Captures: not [] } => "Order has previous captures. Cancel not possible",
        { IsCancelled: true } => $"Order {order.OrderId} is cancelled. Cancel not possible",
        _ when order.IsExpiredAt(state.Now) => $"Order {order.OrderId} is expired. Cancel not possible",
        _ => null,
    };

    private string? ExtendRefusal(KlarnaOrder order) =>
        order.IsCancelled || order.RemainingAt(state.Now) == 0 ? "Extension of authorization time not allowed" : null;

    private string? UpdateRefusal(KlarnaOrder order, long amount) => order switch
    {
        { IsCancelled: true } => "Can not update a cancelled order",
        _ when order.IsExpiredAt(state.Now) => $"Order {order.OrderId} is expired. Update not possible.",
        _ when amount < order.Captured => $"Resulting authorization amount {amount} cannot be less than the captured amount {order.Captured}",
        _ => null,
    };

    private DateTimeOffset LaterExpiry(KlarnaOrder order)
    {
        var asked = state.Now + KlarnaOrders.AuthorizationLife;
        var latest = order.CreatedAt + LongestAuthorization;
        return asked < latest ? asked : latest;
    }

    private Answer Change(Call call, string code, Func<KlarnaOrder, string?> refusal, Func<KlarnaOrder, KlarnaOrder> change)
    {
        if (orders.Find(call.Route("orderId")) is not { } order)
        {
            return KlarnaErrors.Of("NO_SUCH_ORDER", state.Ids, $"Order {call.Route("orderId")} cannot be found");
        }

        if (refusal(order) is { } message)
        {
            return KlarnaErrors.Of(code, state.Ids, message);
        }

        orders.Save(change(order));
        return Answer.Empty(204);
    }
}
