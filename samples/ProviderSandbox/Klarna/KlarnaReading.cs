using System.Globalization;
using ProviderSandbox.Wire;

namespace ProviderSandbox.Klarna;

/// <summary>Orders, captures and refunds as Klarna shows them.</summary>
internal sealed class KlarnaReading(SandboxState state, KlarnaOrders orders)
{
    public Answer Order(Call call) => WithOrder(call, order => Answer.Json(200, new
    {
        order_id = order.OrderId,
        status = order.StatusAt(state.Now),
        fraud_status = order.FraudStatus,
        order_amount = order.OrderAmount,
        original_order_amount = order.OriginalOrderAmount,
        captured_amount = order.Captured,
        refunded_amount = order.Refunded,
        remaining_authorized_amount = order.RemainingAt(state.Now),
        purchase_currency = order.Currency,
        created_at = Time(order.CreatedAt),
        expires_at = Time(order.ExpiresAt),
        merchant_reference1 = order.MerchantReference1,
        merchant_reference2 = order.MerchantReference2,
        klarna_reference = "K4" + order.OrderId[..5].ToUpperInvariant(),
        captures = order.Captures.Select(Show).ToList(),
        refunds = order.Refunds.Select(Show).ToList(),
    }));

    public Answer Captures(Call call) => WithOrder(call, order => Answer.Json(200, order.Captures.Select(Show).ToList()));

    public Answer Capture(Call call) => WithOrder(call, order =>
        order.Captures.FirstOrDefault(capture => capture.CaptureId == call.Route("captureId")) is { } found
            ? Answer.Json(200, Show(found))
            : KlarnaErrors.Of("NO_SUCH_CAPTURE", state.Ids));

    public Answer Refund(Call call) => WithOrder(call, order =>
        order.Refunds.FirstOrDefault(refund => refund.RefundId == call.Route("refundId")) is { } found
            ? Answer.Json(200, Show(found))
            : KlarnaErrors.Of("NOT_FOUND", state.Ids, "Refund cannot be found"));

    private static object Show(KlarnaCapture capture) => new
    {
        capture_id = capture.CaptureId,
        captured_amount = capture.Amount,
        captured_at = Time(capture.At),
        reference = capture.Reference,
        shipping_info = capture.ShippingInfo,
    };

    private static object Show(KlarnaRefund refund) => new
    {
        refund_id = refund.RefundId,
        refunded_amount = refund.Amount,
        refunded_at = Time(refund.At),
        reference = refund.Reference,
    };

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private Answer WithOrder(Call call, Func<KlarnaOrder, Answer> show) =>
        orders.Find(call.Route("orderId")) is { } order
            ? show(order)
            : KlarnaErrors.Of("NO_SUCH_ORDER", state.Ids, $"Order {call.Route("orderId")} cannot be found");
}
