using SystemLog.Redaction;

namespace SystemLog.Catalogue.Rules;

/// <summary>Takes a value out of a provider's words.</summary>
internal static class CapturedValue
{
    // A value is a code, a number or a name inside a sentence of advice; longer ones are not what the rule meant.
    private const int MaxLength = 80;

    /// <summary>Returns what stands after a marker, up to an end or the end of the line; null where no marker stands.</summary>
    public static string? Find(string words, RuleFile.Capture capture)
    {
        foreach (var marker in capture.After)
        {
            var start = words.IndexOf(marker, StringComparison.OrdinalIgnoreCase);
            if (start >= 0)
            {
                return Clean(Until(words.AsSpan(start + marker.Length), capture.Until));
            }
        }

        return null;
    }

    /// <summary>Returns a value as it may stand in an advice; null where it is empty or longer than a name or a number.</summary>
    public static string? Clean(ReadOnlySpan<char> value) =>
        value.Trim() is { Length: > 0 and <= MaxLength } trimmed ? Redactor.Redact(trimmed.ToString()) : null;

    private static ReadOnlySpan<char> Until(ReadOnlySpan<char> rest, IReadOnlyList<string> ends)
    {
        var line = rest.IndexOf('\n');
        rest = line < 0 ? rest : rest[..line];
        foreach (var end in ends)
        {
            var at = rest.IndexOf(end, StringComparison.OrdinalIgnoreCase);
            rest = at < 0 ? rest : rest[..at];
        }

        return rest;
    }
}
