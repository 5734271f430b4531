using SystemLog.Catalogue;
using SystemLog.Catalogue.Answers;

namespace SystemLog.Klarna;

/// <summary>
/// Reads <c>{ error_code, error_messages[], correlation_id }</c>, the newer <c>{ error_code, error_message, error_id }</c> with its
/// <c>validation_errors</c>, and the <c>CODE: message</c> that Klarna's libraries make of them.
/// </summary>
internal sealed class KlarnaAnswers : IAnswerParser
{
    // A part of a code shorter than this is the start of another word, as in a class name.
    private const int ShortestPart = 3;

    public string Source => Sources.Klarna;

    public ErrorFacts Parse(ProviderError error)
    {
        var body = AnswerBody.Read(error.Body);
        var named = body.First("error_code");
        return new()
        {
            Code = CodeIn(named) ?? named ?? CodeIn(error.Body) ?? body.First("internal_message"),
            CorrelationId = body.FirstOf("correlation_id", "error_id"),
            Messages =
            [
                .. body.All("error_messages").Concat(body.All("error_message")).Where(message => message.Contains(' ')).Select(PlainText.Of),
            ],
            Fields =
            [
                .. body.Groups("validation_errors")
                    .Select(group => new FieldFault(body.In(group, "parameter") ?? "", PlainText.Of(body.In(group, "reason") ?? ""))),
            ],
        };
    }

    // The first word in capitals with an underscore, as CAPTURE_NOT_ALLOWED; people paste it with what follows stuck to it.
    private static string? CodeIn(string? text)
    {
        var rest = text.AsSpan(0, Math.Min(text?.Length ?? 0, AnswerBody.ReadLimit));
        while (!rest.IsEmpty)
        {
            var word = Length(rest, static c => char.IsAsciiLetterOrDigit(c) || c == '_');
            var code = rest[..Length(rest[..word], static c => char.IsAsciiLetterUpper(c) || c == '_')];
            var underscore = code.LastIndexOf('_');
            if (underscore >= ShortestPart && code.Length - underscore > ShortestPart)
            {
                return code.ToString();
            }

            rest = rest[Math.Max(1, word)..];
        }

        return null;
    }

    private static int Length(ReadOnlySpan<char> text, Func<char, bool> belongs)
    {
        var length = 0;
        while (length < text.Length && belongs(text[length]))
        {
            length++;
        }

        return length;
    }
}
