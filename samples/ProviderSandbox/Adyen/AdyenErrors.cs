using ProviderSandbox.Wire;

namespace ProviderSandbox.Adyen;

/// <summary>The failing answers of Checkout.</summary>
internal static class AdyenErrors
{
    // The published list gives no status per code; these are the documented examples', else 422.
    private static readonly Dictionary<string, (int Status, string Message, string Type)> ByCode = new(StringComparer.Ordinal)
    {
        ["000"] = (401, "HTTP Status Response - Unauthorized", "security"),
        ["010"] = (403, "Not allowed", "security"),
        ["100"] = (422, "Required object 'amount' is not provided", "validation"),
        ["130"] = (422, "Reference Missing", "validation"),
        ["137"] = (422, "Field 'amount' is not valid", "validation"),
        ["138"] = (422, "Unsupported currency specified", "validation"),
        ["166"] = (422, "Amount not allowed for this operation", "validation"),
        ["167"] = (422, "Original pspReference required for this operation", "validation"),
        ["198"] = (422, "Reference may not exceed 79 characters", "validation"),
        ["701"] = (500, "Server could not process request", "internal"),
        ["702"] = (400, "Problem parsing request", "validation"),
        ["703"] = (503, "Required resource temporarily unavailable", "internal"),
        ["704"] = (422, "Request already processed or in progress", "validation"),
        ["901"] = (403, "Invalid Merchant Account", "security"),
        ["903"] = (500, "Internal error", "internal"),
        ["904"] = (422, "Unable To Process", "validation"),
        ["905"] = (500, "Payment details are not supported", "configuration"),
        ["906"] = (422, "Invalid Request: Original pspReference is invalid for this environment!", "validation"),
        ["29_001"] = (422, "Field 'Idempotency-Key' may not exceed 64 characters", "validation"),
    };

    public static bool IsKnown(string code) => ByCode.ContainsKey(code);

    public static Answer Of(string code, SandboxIds ids, string? message = null)
    {
        var (status, known, errorType) = ByCode[code];
        return Write(status, code, message ?? known, errorType, ids);
    }

    /// <summary>Without credentials or a body that can be read there is no request yet, so it has no reference.</summary>
    public static Answer WithoutReference(string code, string? message = null)
    {
        var (status, known, errorType) = ByCode[code];
        return Answer.Json(status, new { status, errorCode = code, message = message ?? known, errorType });
    }

    public static Answer Write(int status, string code, string message, string errorType, SandboxIds ids)
    {
        var pspReference = ids.PspReference();
        return Answer.Json(status, new { status, errorCode = code, message, errorType, pspReference }).With("pspReference", pspReference);
    }
}
