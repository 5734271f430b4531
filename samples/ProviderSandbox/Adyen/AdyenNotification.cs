namespace ProviderSandbox.Adyen;

/// <summary>A notification that Adyen would send: the outcome of a request it answered with "received".</summary>
/// <param name="EventCode">AUTHORISATION, CAPTURE, CAPTURE_FAILED, REFUND, REFUND_FAILED, CANCELLATION, CANCEL_OR_REFUND.</param>
/// <param name="PspReference">The reference that the request's answer gave.</param>
/// <param name="OriginalReference">The authorisation's reference; null for the authorisation itself.</param>
/// <param name="MerchantReference">The shop's reference of the payment.</param>
/// <param name="Amount">Minor units.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Success">Whether what the event's name says is true; for CAPTURE_FAILED true means that it failed.</param>
/// <param name="Reason">Why not, or empty.</param>
/// <param name="At">When it happened.</param>
public sealed record AdyenNotification(
    string EventCode, string PspReference, string? OriginalReference, string MerchantReference, long Amount, string Currency, bool Success, string Reason,
    DateTimeOffset At);
