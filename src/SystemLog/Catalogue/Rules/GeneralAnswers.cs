using SystemLog.Catalogue.Answers;

namespace SystemLog.Catalogue.Rules;

/// <summary>Reads the answers of providers without a parser of their own: problem+json, and the names most APIs use.</summary>
internal static class GeneralAnswers
{
    private const int MessageLimit = 16;

    private static readonly string[] s_messageNames =
    [
        "title", "detail", "message", "error_description", "error_message", "errorMessage", "errorDescription", "error_messages", "errors",
        "reason", "error",
    ];

    public static ErrorFacts Parse(ProviderError error)
    {
        var body = AnswerBody.Read(error.Body);
        if (body.Values.Count == 0)
        {
            return ErrorFacts.None;
        }

        return new()
        {
            Code = body.FirstOf("errorCode", "error_code", "code"),
            CorrelationId = body.FirstOf("traceId", "correlationId", "correlation_id", "requestId", "request_id"),
            Messages = Messages(body),
        };
    }

    private static List<string> Messages(AnswerBody body)
    {
        var messages = new List<string>();
        foreach (var message in s_messageNames.SelectMany(body.All))
        {
            // A message may stand in a list of faults; the one at the top seldom says what is wrong.
            if (messages.Count < MessageLimit && message.Any(char.IsLetter) && !messages.Contains(message, StringComparer.Ordinal))
            {
                messages.Add(PlainText.Of(message));
            }
        }

        return messages;
    }
}
