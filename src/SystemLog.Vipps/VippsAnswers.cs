using SystemLog.Catalogue;
using SystemLog.Catalogue.Answers;

namespace SystemLog.Vipps;

/// <summary>
/// Reads problem+json with the code in <c>extraDetails</c> (ePayment) or in the name of the problem (Recurring), the lists of
/// <c>{ errorGroup, errorCode, errorMessage }</c> of the older eCom API, MobilePay's <c>{ code, message, correlationId }</c> and
/// <c>{ status_code, status_text }</c>, the login's <c>{ error, error_description }</c>, and the gateway's <c>{ statusCode, message }</c>.
/// </summary>
internal sealed class VippsAnswers : IAnswerParser
{
    private const string CodeName = "ErrorCode";

    public string Source => Sources.Vipps;

    public ErrorFacts Parse(ProviderError error)
    {
        var body = AnswerBody.Read(error.Body);
        var details = Details(body).ToList();
        return new()
        {
            Code = details.Find(detail => IsCode(detail.Field)).Message
                ?? body.FirstOf("errorCode", "responseCode", "failureReason", "code", "status_code")
                ?? ProblemName(body.First("type"))
                ?? body.First("error"),
            CorrelationId = body.FirstOf("traceId", "contextId", "correlationId", "correlation_id"),
            Messages = [.. Messages(body).Distinct(StringComparer.Ordinal).Select(PlainText.Of)],
            Fields =
            [
                .. details.Where(detail => detail.Message.Length > 0 && !IsCode(detail.Field))
                    .Select(detail => new FieldFault(detail.Field, PlainText.Of(detail.Message))),
            ],
        };
    }

    private static IEnumerable<(string Field, string Message)> Details(AnswerBody body)
    {
        foreach (var group in (string[])["extraDetails", "invalidParams"])
        {
            foreach (var detail in body.Groups(group))
            {
                yield return (body.In(detail, "name") ?? "", body.In(detail, "reason") ?? "");
            }
        }

        // The recurring API: a list of { field, message, code }.
        foreach (var fault in body.Values.Where(value => value.Name == "field" && body.In(value.Group, "message") is not null))
        {
            yield return (fault.Value, body.In(fault.Group, "message")!);
        }

        foreach (var fault in body.Values.Where(value => value.Within == "errors"))
        {
            yield return (fault.Name, fault.Value);
        }
    }

    private static bool IsCode(string field) => field.Equals(CodeName, StringComparison.OrdinalIgnoreCase);

    // "https://httpstatuses.io/400" and "about:blank" say nothing.
    private static string? ProblemName(string? type)
    {
        var name = type?[(type.LastIndexOfAny(['/', '#', ':']) + 1)..];
        return name is null or "" or "blank" || name.All(char.IsAsciiDigit) ? null : name;
    }

    private static IEnumerable<string> Messages(AnswerBody body)
    {
        foreach (var name in (string[])
            ["title", "detail", "errorMessage", "message", "responseMessage", "error_description", "status_text", "failureDescription"])
        {
            if (body.First(name) is { } message)
            {
                yield return message;
            }
        }
    }
}
