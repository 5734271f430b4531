using SystemLog.Catalogue;
using SystemLog.Catalogue.Answers;

namespace SystemLog.Twilio;

/// <summary>
/// Reads <c>{ code, message, more_info, status }</c> and its older form in XML, the error of a message resource, the form of a status
/// callback, and the texts of Twilio's helper libraries, which write the code into the sentence.
/// </summary>
internal sealed class TwilioAnswers : IAnswerParser
{
    public string Source => Sources.Twilio;

    public ErrorFacts Parse(ProviderError error)
    {
        var text = error.Body is null ? "" : error.Body[..Math.Min(error.Body.Length, AnswerBody.ReadLimit)];
        var body = AnswerBody.Read(text);
        return new()
        {
            Code = CodeOf(body) ?? TwilioErrorCode.Find(text) ?? body.First("code"),
            CorrelationId = TwilioSid.Find(text),
            Messages =
            [
                .. new[]
                    {
                        body.First("message"), body.First("error_message"), body.First("ErrorMessage"), body.First("detail"),
                        Element(text, "Message"), Element(text, "Detail"),
                    }
                    .OfType<string>()
                    .Distinct(StringComparer.Ordinal)
                    .Select(PlainText.Of),
            ],
        };
    }

    // A client's own error has a code too, such as ECONNREFUSED, and may stand around Twilio's.
    private static string? CodeOf(AnswerBody body)
    {
        foreach (var name in (ReadOnlySpan<string>)["error_code", "errorCode", "code"])
        {
            foreach (var value in body.All(name))
            {
                if (TwilioErrorCode.Is(value))
                {
                    return value;
                }
            }
        }

        return null;
    }

    private static string? Element(string text, string name)
    {
        var start = text.IndexOf($"<{name}>", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return null;
        }

        var inside = text.AsSpan(start + name.Length + 2);
        var end = inside.IndexOf('<');
        return (end < 0 ? inside : inside[..end]).ToString();
    }
}
