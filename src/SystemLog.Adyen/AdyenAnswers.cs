using SystemLog.Catalogue;
using SystemLog.Catalogue.Answers;

namespace SystemLog.Adyen;

/// <summary>
/// Reads <c>{ status, errorCode, message, errorType, pspReference }</c>, problem+json of the newer APIs, a payment that was refused with
/// status 200, and notifications, whose code is their event and whose message is their reason.
/// </summary>
internal sealed class AdyenAnswers : IAnswerParser
{
    public string Source => Sources.Adyen;

    public ErrorFacts Parse(ProviderError error)
    {
        var body = AnswerBody.Read(error.Body);
        List<FieldFault> fields =
            [.. body.Groups("invalidFields").Select(group => Fault(body, group)).Where(fault => fault.Message.Length > 0)];
        return new()
        {
            Code = body.FirstOf("errorCode", "eventCode", "ErrorCondition", "resultCode", "response") ?? CodeOfRefusal(body),
            CorrelationId = body.FirstOf("pspReference", "requestId"),
            Messages = [.. Messages(body, fields).Distinct(StringComparer.Ordinal).Select(PlainText.Of)],
            Fields = fields,
        };
    }

    // A part of an answer, as logs often keep it, may hold the reason and not the result.
    private static string? CodeOfRefusal(AnswerBody body) =>
        body.FirstOf("refusalReasonCode", "refusalReason", "refusalReasonRaw") is null ? null : "Refused";

    private static IEnumerable<string> Messages(AnswerBody body, List<FieldFault> fields)
    {
        // The title says "missing or invalid" of every validation fault; where there is more, it only misleads.
        var isTitleAll = fields.Count == 0 && body.First("detail") is null;
        foreach (var name in (string[])["title", "message", "detail", "reason", "refusalReason", "refusalReasonRaw", "AdditionalResponse", "EventDetails"])
        {
            if (body.First(name) is { } message && message.Any(char.IsLetter) && message != "null" && (name != "title" || isTitleAll))
            {
                yield return name is "AdditionalResponse" or "EventDetails" ? Decoded(message) : message;
            }
        }
    }

    // What a terminal adds is written as a query: "refusalReason=214%20Declined&message=...".
    private static string Decoded(string query) => Uri.UnescapeDataString(query.Replace('+', ' ').Replace('&', ' '));

    private static FieldFault Fault(AnswerBody body, int group) => new(
        body.In(group, "name") ?? body.In(group + 1, "fieldName") ?? body.In(group + 1, "field") ?? "",
        PlainText.Of(body.In(group, "message") ?? body.In(group, "errorDescription") ?? ""));
}
