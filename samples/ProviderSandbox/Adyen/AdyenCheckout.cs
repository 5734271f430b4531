using ProviderSandbox.Wire;

namespace ProviderSandbox.Adyen;

/// <summary>Card payments. The card holder's name DECLINED is refused, as in Adyen's test system.</summary>
internal sealed class AdyenCheckout(SandboxState state, AdyenPayments payments)
{
    public Answer Pay(Call call)
    {
        if (AdyenRequest.Refuse(call, state.Ids, hasAmount: true) is { } refusal)
        {
            return refusal;
        }

        if (call.Text("reference") is not { Length: > 0 } reference)
        {
            return AdyenErrors.Of("130", state.Ids);
        }

        var pspReference = state.Ids.PspReference();
        var holder = call.Text("paymentMethod.holderName");
        if (holder?.StartsWith("DECLINED", StringComparison.OrdinalIgnoreCase) == true)
        {
            return Answer
                .Json(200, new { pspReference, refusalReason = "Refused", resultCode = "Refused", refusalReasonCode = "2", merchantReference = reference })
                .With("pspReference", pspReference);
        }

        payments.Authorise(new AdyenPayment(
            pspReference, reference, call.Text("amount.currency")!, call.Integer("amount.value")!.Value, state.Now, holder));
        return Answer.Json(200, new { pspReference, resultCode = "Authorised", merchantReference = reference }).With("pspReference", pspReference);
    }
}
