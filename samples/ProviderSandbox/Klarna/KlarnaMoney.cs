using ProviderSandbox.Wire;

namespace ProviderSandbox.Klarna;

/// <summary>Captures and refunds, with the balances kept and the refusals as documented.</summary>
internal sealed class KlarnaMoney(SandboxState state, KlarnaOrders orders)
{
    private const long LargestAmount = 200_000_000;
    private const int LongestShippingCompany = 100;

    public Answer Capture(Call call)
    {
        if (orders.Find(call.Route("orderId")) is not { } order)
        {
            return NoSuchOrder(call);
        }

        if (InvalidAmount(call, "captured_amount") is { } invalid)
        {
            return invalid;
        }

        var parcels = call.List("shipping_info");
        if (parcels.Any(parcel => parcel?["shipping_company"].AsText()?.Length > LongestShippingCompany))
        {
            return Invalid($"The size of the shipping_info/shipping_company value must be between 0 and {LongestShippingCompany}");
        }

        var amount = call.Integer("captured_amount")!.Value;
        if (CaptureRefusal(order, amount) is { } message)
        {
            return KlarnaErrors.Of("CAPTURE_NOT_ALLOWED", state.Ids, message);
        }

        var capture = new KlarnaCapture(state.Ids.Guid().ToString(), amount, state.Now, call.Text("reference"), parcels.DeepClone().AsArray());
        orders.Save(order with { Captures = [.. order.Captures, capture], IsAcknowledged = true });
        return Created(call, "Capture-Id", capture.CaptureId);
    }

    public Answer Refund(Call call)
    {
        if (orders.Find(call.Route("orderId")) is not { } order)
        {
            return NoSuchOrder(call);
        }

        if (InvalidAmount(call, "refunded_amount") is { } invalid)
        {
            return invalid;
        }

        var amount = call.Integer("refunded_amount")!.Value;
        if (RefundRefusal(order, amount) is { } message)
        {
            return KlarnaErrors.Of("REFUND_NOT_ALLOWED", state.Ids, message);
        }

        var refund = new KlarnaRefund(state.Ids.Guid().ToString(), amount, state.Now, call.Text("reference"));
        orders.Save(order with { Refunds = [.. order.Refunds, refund] });
        return Created(call, "Refund-Id", refund.RefundId);
    }

    private static Answer Created(Call call, string header, string id) =>
        Answer.Empty(201).With(header, id).With("Location", $"{call.Path}/{id}");

    private static string? RefundRefusal(KlarnaOrder order, long amount) => order switch
    {
        { Captures: [] } => "Order has no captures. Refund not possible",
        _ when amount > order.Captured - order.Refunded => "Refunded amount is higher than the remaining captured amount. Refund not possible.",
        _ => null,
    };

    private string? CaptureRefusal(KlarnaOrder order, long amount) => order switch
    {
        { IsCancelled: true } => $"Order {order.OrderId} is cancelled. Capture not possible.",
        _ when order.IsExpiredAt(state.Now) => $"Order {order.OrderId} is expired. Capture not possible.",
        { FraudStatus: not "ACCEPTED" } => $"Fraud status of order {order.OrderId} is {order.FraudStatus}. Capture not possible.",
        _ when amount > order.RemainingAt(state.Now) => "Captured amount is higher than the remaining authorized amount. Capture not possible.",
        _ => null,
    };

    private Answer? InvalidAmount(Call call, string field)
    {
        if (call.IsMalformed)
        {
            return Invalid("The request body could not be parsed");
        }

        if (call.Find(field) is null)
        {
            return Invalid($"'{field}' may not be null");
        }

        return call.Integer(field) is >= 0 and <= LargestAmount ? null : Invalid($"'{field}' must be a whole number between 0 and {LargestAmount}");
    }

    private Answer Invalid(string message) => KlarnaErrors.Of("UNPROCESSABLE_ENTITY", state.Ids, message);

    private Answer NoSuchOrder(Call call) => KlarnaErrors.Of("NO_SUCH_ORDER", state.Ids, $"Order {call.Route("orderId")} cannot be found");
}
