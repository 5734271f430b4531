using ProviderSandbox.Wire;

namespace ProviderSandbox.Adyen;

/// <summary>
/// Captures, refunds, cancellations and reversals. A request that can be understood is "received"; whether it succeeded
/// is only told by the notification that follows.
/// </summary>
internal sealed class AdyenModifications(SandboxState state, AdyenPayments payments)
{
    private const string InsufficientBalance = "Insufficient balance on payment";
    private const string NotCaptured = "Transaction hasn't been captured, refund not possible";

    private static readonly TimeSpan AuthorisationLife = TimeSpan.FromDays(28);

    public Answer Capture(Call call) => Receive(call, hasAmount: true, (payment, pspReference) =>
    {
        var amount = call.Integer("amount.value")!.Value;
        var refusal = IsExpired(payment) ? "Transaction is expired" : amount > payment.OpenToCapture ? InsufficientBalance : OtherCurrency(call, payment);
        payments.Notify(payment, "CAPTURE", pspReference, amount, refusal);
        if (refusal is not null)
        {
            return;
        }

        if (payment.AsksFor("CAPTURE FAILED"))
        {
            payments.Notify(payment, "CAPTURE_FAILED", pspReference, amount);
            return;
        }

        payments.Save(payment with { Captured = payment.Captured + amount });
    });

    public Answer Refund(Call call) => Receive(call, hasAmount: true, (payment, pspReference) =>
    {
        var amount = call.Integer("amount.value")!.Value;
        var refusal = payment.Captured == 0 ? NotCaptured : amount > payment.Captured - payment.Refunded ? InsufficientBalance : OtherCurrency(call, payment);
        payments.Notify(payment, "REFUND", pspReference, amount, refusal);
        if (refusal is not null)
        {
            return;
        }

        if (payment.AsksFor("REFUND FAILED"))
        {
            payments.Notify(payment, "REFUND_FAILED", pspReference, amount);
            return;
        }

        payments.Save(payment with { Refunded = payment.Refunded + amount });
    });

    public Answer Cancel(Call call) => Receive(call, hasAmount: false, (payment, pspReference) =>
    {
        var refusal = payment.Captured > 0 ? "Transaction has been captured" : payment.Cancelled > 0 ? "Transaction is cancelled" : null;
        payments.Notify(payment, "CANCELLATION", pspReference, payment.Authorised, refusal);
        if (refusal is null)
        {
            payments.Save(payment with { Cancelled = payment.Authorised });
        }
    });

    /// <summary>Cancels what is not captured, or else refunds all of it.</summary>
    public Answer Reverse(Call call) => Receive(call, hasAmount: false, (payment, pspReference) =>
    {
        var refusal = payment.Cancelled > 0 || payment.Refunded > 0 ? "Operation not allowed" : null;
        payments.Notify(payment, "CANCEL_OR_REFUND", pspReference, payment.Captured > 0 ? payment.Captured : payment.Authorised, refusal);
        if (refusal is null)
        {
            payments.Save(payment.Captured > 0 ? payment with { Refunded = payment.Captured } : payment with { Cancelled = payment.Authorised });
        }
    });

    private static string? OtherCurrency(Call call, AdyenPayment payment) =>
        call.Text("amount.currency") == payment.Currency ? null : "Modification in different currency than authorisation";

    private bool IsExpired(AdyenPayment payment) => state.Now - payment.AuthorisedAt > AuthorisationLife;

    private Answer Receive(Call call, bool hasAmount, Action<AdyenPayment, string> carryOut)
    {
        if (AdyenRequest.Refuse(call, state.Ids, hasAmount) is { } refusal)
        {
            return refusal;
        }

        if (payments.Find(call.Route("paymentPspReference")) is not { } payment)
        {
            return AdyenErrors.Of("167", state.Ids);
        }

        var pspReference = state.Ids.PspReference();
        carryOut(payment, pspReference);
        var body = new Dictionary<string, object?>
        {
            ["merchantAccount"] = AdyenCredentials.MerchantAccount,
            ["paymentPspReference"] = payment.PspReference,
            ["pspReference"] = pspReference,
            ["status"] = "received",
        };
        if (call.Text("reference") is { } reference)
        {
            body["reference"] = reference;
        }

        if (hasAmount)
        {
            body["amount"] = new { currency = call.Text("amount.currency"), value = call.Integer("amount.value") };
        }

        return Answer.Json(201, body).With("pspReference", pspReference);
    }
}
