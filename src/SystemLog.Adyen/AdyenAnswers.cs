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
        return new()
        {
            Code = body.FirstOf("errorCode", "eventCode", "ErrorCondition", "resultCode", "response"),
            CorrelationId = body.FirstOf("pspReference", "requestId"),
            Messages = [.. Messages(body).Distinct(StringComparer.Ordinal).Select(PlainText.Of)],
            Fields = [.. body.Groups("invalidFields").Select(group => Fault(body, group)).Where(fault => fault.Message.Length > 0)],
        };
    }

    private static IEnumerable<string> Messages(AnswerBody body)
    {
        foreach (var name in (string[])["title", "message", "detail", "reason", "refusalReason", "refusalReasonRaw", "AdditionalResponse"])
        {
            if (body.First(name) is { } message && message.Any(char.IsLetter) && message != "null")
            {
                yield return message;
            }
        }
    }

    private static FieldFault Fault(AnswerBody body, int group) => new(
        body.In(group, "name") ?? body.In(group + 1, "fieldName") ?? body.In(group + 1, "field") ?? "",
        PlainText.Of(body.In(group, "message") ?? body.In(group, "errorDescription") ?? ""));
}
