using ProviderSandbox.Wire;

namespace ProviderSandbox.Klarna;

/// <summary>The failing answers of Order Management: a code, messages and a correlation id in the body and in a header.</summary>
internal static class KlarnaErrors
{
    // One code stands for several causes; the message here is the commonest of them.
    private static readonly Dictionary<string, (int Status, string Message)> ByCode = new(StringComparer.Ordinal)
    {
        ["CAPTURE_NOT_ALLOWED"] = (403, "Captured amount is higher than the remaining authorized amount. Capture not possible."),
        ["CANCEL_NOT_ALLOWED"] = (403, "Order has previous captures. Cancel not possible"),
        ["REFUND_NOT_ALLOWED"] = (403, "Order has no captures. Refund not possible"),
        ["NOT_ALLOWED"] = (403, "Extension of authorization time not allowed"),
        ["PAYMENT_METHOD_FAILED"] = (403, "Payment method failed"),
        ["NO_SUCH_ORDER"] = (404, "Order cannot be found"),
        ["NO_SUCH_CAPTURE"] = (404, "Capture could not be found"),
        ["NOT_FOUND"] = (404, "Not found"),
        ["CONFLICT"] = (409, "Request conflicts with the current state of the resource"),
        ["REQUEST_TOO_LARGE"] = (413, "Request is too large"),
        ["UNPROCESSABLE_ENTITY"] = (422, "'captured_amount' may not be null"),
        ["INVALID_ADDRESS"] = (422, "The shipping and/or billing address is invalid"),
        ["TOO_MANY_REQUESTS"] = (429, "Too many requests"),
        ["INTERNAL_SERVER_ERROR"] = (500, "Unexpected server error"),
        ["UNEXPECTED_ERROR"] = (500, "Unexpected server error"),
        ["TEMPORARILY_UNAVAILABLE"] = (503, "Temporarily unavailable"),
    };

    public static bool IsKnown(string code) => ByCode.ContainsKey(code);

    public static Answer Of(string code, SandboxIds ids, string? message = null) => Of(code, ByCode[code].Status, message ?? ByCode[code].Message, ids);

    public static Answer Of(string code, int status, string message, SandboxIds ids)
    {
        var correlationId = ids.Guid().ToString();
        return Answer
            .Json(status, new { error_code = code, error_messages = new[] { message }, correlation_id = correlationId })
            .With("Klarna-Correlation-Id", correlationId);
    }

    public static Answer Unauthorized() =>
        Answer.Json(401, new { http_status_code = 401, http_status_message = "Unauthorized", internal_message = "authorization_error" });
}
