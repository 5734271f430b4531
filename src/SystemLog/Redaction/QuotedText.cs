namespace SystemLog.Redaction;

/// <summary>Finds where a quoted text ends, also where the whole is escaped once or more (JSON inside JSON, JSON in a log line).</summary>
internal static class QuotedText
{
    /// <summary>Returns the index of the closing quote, or -1 where the text was cut before it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="open">The index of the opening quote.</param>
    public static int End(ReadOnlySpan<char> text, int open)
    {
        var level = BackslashesBefore(text, open);

        // Escaped n times, a quote carries 2^n - 1 backslashes; an escaped backslash before it adds twice as many as the quote has and one.
        var period = 2 * (level + 1);
        var from = open + 1;
        while (from < text.Length)
        {
            var next = text[from..].IndexOf(text[open]);
            if (next < 0)
            {
                return -1;
            }

            from += next;
            if (BackslashesBefore(text[(open + 1)..from]) % period == level)
            {
                return from;
            }

            from++;
        }

        return -1;
    }

    /// <summary>Returns how many backslashes stand directly before an index.</summary>
    public static int BackslashesBefore(ReadOnlySpan<char> text, int index) => BackslashesBefore(text[..index]);

    private static int BackslashesBefore(ReadOnlySpan<char> text) => text.Length - text.TrimEnd('\\').Length;
}
