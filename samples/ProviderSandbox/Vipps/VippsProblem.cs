using ProviderSandbox.Wire;

namespace ProviderSandbox.Vipps;

/// <summary>The failing answers of ePayment: problem details whose extraDetails carry the code.</summary>
internal sealed record VippsProblem(int Status, string Title, string Detail)
{
    // The status of most codes is not published: 400 as in the documented example, 409 for key reuse, 423 for a locked payment.
    private static readonly Dictionary<string, VippsProblem> ByCode = new(StringComparer.Ordinal)
    {
        ["3010"] = new(500, "Internal error", "Something went wrong. Please try again later."),
        ["4010"] = new(409, "Capture idempotency conflict", "The Idempotency-Key was used with another request body."),
        ["4020"] = new(409, "Idempotency error", "The Idempotency-Key already exists."),
        ["4040"] = new(400, "Invalid amount", "The amount must be a whole number of minor units."),
        ["4070"] = new(400, "Invalid phone number", "The phone number is invalid."),
        ["4150"] = new(409, "Idempotency error", "The reference already exists, or the key was used with another request body."),
        ["4160"] = new(400, "Invalid payment method type", "The payment method type is not supported."),
        ["5040"] = new(400, "Invalid currency for merchant", "The currency does not match the market of the sales unit."),
        ["5060"] = new(400, "Merchant bank account not verified", "The merchant must verify the bank account before receiving payments."),
        ["5090"] = new(404, "Reference not found", "No payment with this reference was found for the sales unit."),
        ["5100"] = new(400, "Refund not possible", "Refunds are not possible for this sales unit."),
        ["6010"] = new(400, "Amount too small", "The amount is below the minimum."),
        ["6020"] = new(400, "Attempted refund before reservation", "The payment has not been reserved."),
        ["6030"] = new(400, "Cancel period expired", "Payments can only be cancelled up to 180 days after reservation."),
        ["6040"] = new(400, "Cannot cancel a captured payment", "The payment is captured. Refund it instead."),
        ["6050"] = new(400, "Cannot cancel a non-reserved payment", "The payment is not reserved."),
        ["6060"] = new(400, "Cannot cancel authorized payment", "The payment was authorized before it could be cancelled."),
        ["6070"] = new(400, "Cannot capture a cancelled payment", "Cannot capture a payment that has been cancelled. Check the payment event log."),
        ["6080"] = new(400, "Cannot capture before reservation", "The amount you tried to capture is not reserved. The user must accept it first."),
        ["6090"] = new(400, "Capture amount too high", "The total capture amount exceeds the reserved amount. Check the payment details."),
        ["6100"] = new(400, "Capture period expired", "Payments can only be captured up to 180 days after reservation. See the FAQ."),
        ["6140"] = new(400, "Must capture full amount", "Partial capture is not allowed for this payment."),
        ["6150"] = new(400, "Not enough refundable", "The refund exceeds what is captured and not yet refunded."),
        ["6160"] = new(423, "Order processing", "Too many concurrent requests. The payment is being processed."),
        ["6170"] = new(400, "Payment already captured", "The payment has already been captured."),
        ["6180"] = new(400, "Payment already refunded", "The payment has already been refunded."),
        ["6190"] = new(400, "Payment cannot be cancelled", "The payment cannot be cancelled in its present state."),
        ["6200"] = new(400, "Payment cannot be captured", "The payment cannot be captured in its present state."),
        ["6210"] = new(400, "Payment cannot be refunded", "The payment cannot be refunded in its present state."),
        ["6220"] = new(400, "Refund period expired", "Payments can only be refunded up to 365 days after reservation."),
        ["6250"] = new(400, "Cannot cancel processing payment", "The customer is approving the payment."),
        ["6260"] = new(400, "Funds unavailable", "The reservation was released and the funds could not be charged."),
        ["6280"] = new(400, "Capture failed, please try again later", "The capture failed. Try again with the same Idempotency-Key."),
        ["7010"] = new(400, "Customer not found", "The phone number does not belong to a user who can pay businesses."),
        ["10010"] = new(400, "Approve failed", "The payment could not be approved."),
    };

    public static bool IsKnown(string code) => ByCode.ContainsKey(code);

    public static Answer Of(string code, string instance, string traceId, string? detail = null)
    {
        var problem = ByCode[code];
        return Write(problem with { Detail = detail ?? problem.Detail }, instance, traceId, ("ErrorCode", code));
    }

    /// <summary>A request that does not fit the contract: the field's name takes the place of the code.</summary>
    public static Answer OfField(string field, string reason, string instance, string traceId) =>
        Write(new VippsProblem(400, "Bad Request", "See extraDetails for further details"), instance, traceId, (field, reason));

    /// <summary>A refusal by the API gateway in front of the provider, which has another form.</summary>
    public static Answer OfGateway(int status, string message) => Answer.Json(status, new { statusCode = status, message });

    private static Answer Write(VippsProblem problem, string instance, string traceId, (string Name, string Reason) extra) =>
        Answer.Json(
            problem.Status,
            new
            {
                type = $"https://httpstatuses.io/{problem.Status}",
                title = problem.Title,
                detail = problem.Detail,
                instance,
                status = problem.Status,
                extraDetails = new[] { new { name = extra.Name, reason = extra.Reason } },
                traceId,
            },
            "application/problem+json");
}
