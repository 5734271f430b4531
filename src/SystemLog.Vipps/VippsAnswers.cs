using SystemLog.Catalogue;
using SystemLog.Catalogue.Answers;

namespace SystemLog.Vipps;

/// <summary>
/// Reads problem+json with the code in <c>extraDetails</c> (ePayment), the lists of <c>{ errorGroup, errorCode, errorMessage }</c> of the
/// older eCom API, MobilePay's <c>{ code, message, correlationId }</c>, and the gateway's <c>{ statusCode, message }</c>.
/// </summary>
internal sealed class VippsAnswers : IAnswerParser
{
    private const string CodeName = "ErrorCode";

    public string Source => Sources.Vipps;

    public ErrorFacts Parse(ProviderError error)
    {
        var body = AnswerBody.Read(error.Body);
        var details = body.Groups("extraDetails")
            .Select(group => (Name: body.In(group, "name") ?? "", Reason: body.In(group, "reason") ?? ""))
            .ToList();
        return new()
        {
            Code = details.Find(detail => detail.Name.Equals(CodeName, StringComparison.OrdinalIgnoreCase)).Reason
                ?? body.FirstOf("errorCode", "responseCode", "code"),
            CorrelationId = body.FirstOf("traceId", "contextId", "correlationId"),
            Messages = [.. Messages(body).Distinct(StringComparer.Ordinal).Select(PlainText.Of)],
            Fields =
            [
                .. details.Where(detail => detail.Reason.Length > 0 && !detail.Name.Equals(CodeName, StringComparison.OrdinalIgnoreCase))
                    .Select(detail => new FieldFault(detail.Name, PlainText.Of(detail.Reason))),
            ],
        };
    }

    private static IEnumerable<string> Messages(AnswerBody body)
    {
        foreach (var name in (string[])["title", "detail", "errorMessage", "message", "responseMessage", "error_description"])
        {
            if (body.First(name) is { } message)
            {
                yield return message;
            }
        }
    }
}
