using SystemLog.Catalogue;
using SystemLog.Catalogue.Answers;

namespace SystemLog.Smtp;

/// <summary>
/// Reads what a mail server answered: a reply of one or more lines, the fields of a delivery report, a line of a server's log, the message of a
/// client library, or the words of a bounce.
/// </summary>
internal sealed class SmtpAnswers : IAnswerParser
{
    public string Source => Sources.Smtp;

    public ErrorFacts Parse(ProviderError error)
    {
        var body = string.IsNullOrWhiteSpace(error.Body) ? error.Exception?.Message ?? "" : error.Body;
        var text = TextOf(body.Length <= AnswerBody.ReadLimit ? body : body[..AnswerBody.ReadLimit]);
        var report = DeliveryFields.Read(text);
        var words = RemoteWords.In(report?.Diagnostic ?? text);
        var reply = SmtpReply.Read(words.ToString());

        // Words that name no code still stand in a text that may name one.
        var around = reply.HasCode || report?.Diagnostic is not null ? reply : SmtpReply.Read(text);
        return new()
        {
            Code = reply.EnhancedCode ?? Telling(report?.Status) ?? around.EnhancedCode ?? around.ReplyCode ?? report?.Status ?? error.Status?.ToString(),
            Messages = reply.Words.Length == 0 ? [] : [reply.Words],
            CoverBody = true,
        };
    }

    // "5.0.0" of a reporting server says less than the reply code it was given.
    private static string? Telling(string? status) => status is null || status.EndsWith(".0.0", StringComparison.Ordinal) ? null : status;

    // What Node's clients and mail services throw or post as JSON.
    private static string TextOf(string body)
    {
        if (!body.AsSpan().TrimStart().StartsWith("{"))
        {
            return body;
        }

        var values = AnswerBody.Read(body);
        string[] said = [.. values.All("diagnosticCode"), .. values.All("response"), .. values.All("message"), .. values.All("reason"), .. values.All("code")];
        return said.Length == 0 ? body : string.Join('\n', said);
    }
}
