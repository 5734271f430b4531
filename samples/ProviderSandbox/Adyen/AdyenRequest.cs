using ProviderSandbox.Wire;

namespace ProviderSandbox.Adyen;

/// <summary>What every request to Checkout must satisfy.</summary>
internal static class AdyenRequest
{
    private const int LongestReference = 79;
    private const int CurrencyLength = 3;

    /// <summary>The refusal of a request whose merchant account, reference or amount is wrong, or null.</summary>
    public static Answer? Refuse(Call call, SandboxIds ids, bool hasAmount) => call switch
    {
        _ when call.Text("merchantAccount") is null => AdyenErrors.Write(422, "702", "Required field 'merchantAccount' is null", "validation", ids),
        _ when call.Text("merchantAccount") != AdyenCredentials.MerchantAccount => AdyenErrors.Of("901", ids),
        _ when hasAmount => RefuseAmount(call, ids),
        _ => call.Text("reference")?.Length > LongestReference ? AdyenErrors.Of("198", ids) : null,
    };

    private static Answer? RefuseAmount(Call call, SandboxIds ids) => call switch
    {
        _ when call.Find("amount") is null => AdyenErrors.Of("100", ids),
        _ when call.Text("amount.currency") is not { Length: CurrencyLength } => AdyenErrors.Of("138", ids),
        _ when call.Integer("amount.value") is not > 0 => AdyenErrors.Of("137", ids),
        _ => call.Text("reference")?.Length > LongestReference ? AdyenErrors.Of("198", ids) : null,
    };
}
