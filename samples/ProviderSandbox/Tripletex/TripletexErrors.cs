using ProviderSandbox.Wire;

namespace ProviderSandbox.Tripletex;

/// <summary>The error envelope of Tripletex, with its request id also in the header.</summary>
internal static class TripletexErrors
{
    private const string RequestIdHeader = "x-tlx-request-id";

    private static readonly Dictionary<string, (int Status, string? Message)> ByCode = new(StringComparer.Ordinal)
    {
        ["1000"] = (500, null),
        ["1002"] = (500, null),
        ["4000"] = (400, "Bad request"),
        ["6000"] = (404, "Object not found"),
        ["7000"] = (409, "Object exists"),
        ["8000"] = (409, "Revision exception"),
        ["9000"] = (403, "You do not have permission to access this feature."),
        ["10000"] = (409, "Locked"),
        ["14000"] = (409, "Duplicate entry"),
        ["22000"] = (422, "Invalid JSON"),
        ["23000"] = (422, "Result set too large. Limit of 10000 reached."),
        ["24000"] = (400, "Cryptography exception"),
    };

    // The code 18000 stands for every business rule, so a planned fault names the rule.
    private static readonly Dictionary<string, ValidationMessage> Rules = new(StringComparer.Ordinal)
    {
        ["VAT_NOT_ACTIVE"] = new("vatType.id", ValidationMessage.InvalidVat),
        ["ACCOUNT_LOCKED"] = new("postings.vatType.id", "Kontoen 3000 Salgsinntekt, avgiftspliktig er låst til mva-kode 3: Utgående avgift, høy sats."),
        ["EHF"] = new(null, ValidationMessage.CannotReceiveEhf),
        ["EFAKTURA"] = new(null, "Kunden finnes ikke i eFaktura-registeret. eFaktura kan derfor ikke velges."),
        ["ORDER_NUMBER_IN_USE"] = new("number", ValidationMessage.OrderNumberInUse),
        ["UNBALANCED"] = new(string.Empty, "Summen av posteringene for 2026-03-01 er ikke lik 0."),
        ["NO_BANK_ACCOUNT"] = new(null, "Faktura kan ikke opprettes før selskapet har registrert et bankkontonummer."),
        ["PAYMENT_TYPE"] = new("paymentTypeId", "Ugyldig betalingstype."),
    };

    public static Answer? Documented(string code, SandboxIds ids)
    {
        if (Rules.TryGetValue(code, out var rule))
        {
            return Invalid([rule], ids);
        }

        return code == "3000" ? Unauthorized(ids) : ByCode.ContainsKey(code) ? Of(code, ids) : null;
    }

    public static Answer Of(string code, SandboxIds ids)
    {
        var (status, message) = ByCode[code];
        return Write(status, int.Parse(code), message, ids);
    }

    public static Answer Unauthorized(SandboxIds ids) =>
        Write(401, 3000, "Unauthorized", ids, "Could not log in. Check login info in Authorization header.");

    /// <summary>A business rule is broken.</summary>
    public static Answer Invalid(IReadOnlyList<ValidationMessage> messages, SandboxIds ids) =>
        Write(422, 18000, "Validering feilet.", ids, "VALIDATION_ERROR", messages);

    /// <summary>A query parameter is missing.</summary>
    public static Answer Missing(IEnumerable<string> parameters, SandboxIds ids) =>
        Write(422, 15000, "Validation failed", ids, null, [.. parameters.Select(name => new ValidationMessage(name, ValidationMessage.IsNull))]);

    /// <summary>A field is unknown or has the wrong JSON type.</summary>
    public static Answer Unmapped(ValidationMessage message, SandboxIds ids) => Write(422, 16000, "Request mapping failed", ids, null, [message]);

    public static Answer Write(
        int status, int code, string? message, SandboxIds ids, string? developerMessage = null, IReadOnlyList<ValidationMessage>? validationMessages = null)
    {
        var requestId = ids.Guid().ToString();
        var messages = validationMessages?.Select(one => new { field = one.Field, message = one.Message, path = (string?)null, rootId = (long?)null }).ToList();
        return Answer.Json(status, new
        {
            status,
            code,
            message,
            link = "https://tripletex.no/v2-docs/",
            developerMessage,
            validationMessages = messages,
            requestId,
        }).With(RequestIdHeader, requestId);
    }

    public static Answer WithRequestId(Answer answer, SandboxIds ids) =>
        answer.Headers.ContainsKey(RequestIdHeader) ? answer : answer.With(RequestIdHeader, ids.Guid().ToString());
}
