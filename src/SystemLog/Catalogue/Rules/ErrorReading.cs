using System.Text;
using SystemLog.Catalogue.Answers;

namespace SystemLog.Catalogue.Rules;

/// <summary>An error as rules look at it: structure, and the words both as they came and as they are compared.</summary>
internal sealed class ErrorReading
{
    private const int DeepestInner = 3;

    public ErrorReading(ProviderError error, ErrorFacts facts)
    {
        Operation = Aliases.Operation(error.Operation);
        Status = error.Status;
        Facts = facts;
        Failure = error.Status is null ? FailureKinds.Of(error.Exception) : FailureKind.None;
        Words = WordsOf(error, facts);
        Normal = NormalText.Of(Words);
    }

    public string Operation { get; }

    public int? Status { get; }

    public ErrorFacts Facts { get; }

    public FailureKind Failure { get; }

    /// <summary>Gets the provider's words, one message or field fault a line; the whole body where it is not JSON or holds none.</summary>
    public string Words { get; }

    /// <summary>Gets the same words as they are compared.</summary>
    public string Normal { get; }

    private static string WordsOf(ProviderError error, ErrorFacts facts)
    {
        var words = new StringBuilder();
        foreach (var message in facts.Messages)
        {
            Append(words, message);
        }

        foreach (var fault in facts.Fields)
        {
            Append(words, fault.ToString());
        }

        // Where a log line or prose stands around the answer, what the parser found may be the lesser part.
        if (!string.IsNullOrEmpty(error.Body) && (words.Length == 0 || !(facts.CoverBody || IsJson(error.Body))))
        {
            Append(words, PlainText.Of(error.Body));
        }

        var exception = error.Exception;
        for (var depth = 0; exception is not null && depth < DeepestInner; depth++, exception = exception.InnerException)
        {
            Append(words, MessageOf(exception));
        }

        return words.ToString();
    }

    // A host's exception may fail at telling what it is; its type and the rest still count.
    private static string MessageOf(Exception exception)
    {
        try
        {
            return exception.Message;
        }
        catch (Exception)
        {
            return "";
        }
    }

    // A bracket opens a list of JSON, but also the time or the status before a log line: "[2026-11-21 08:00:00] ERROR".
    private static bool IsJson(string body)
    {
        var text = body.AsSpan().TrimStart();
        return text is ['{', ..] || (text is ['[', ..] && text[1..].TrimStart() is [] or ['{' or '[' or '"' or ']', ..]);
    }

    private static void Append(StringBuilder words, string line)
    {
        if (words.Length < PlainText.Limit)
        {
            words.Append(words.Length == 0 ? "" : "\n").Append(Cut(line));
        }
    }

    private static string Cut(string text) => text.Length <= PlainText.Limit ? text : text[..PlainText.Limit];
}
