namespace SystemLog.Twilio;

/// <summary>Finds a code of Twilio's error dictionary, five digits, in a text.</summary>
internal static class TwilioErrorCode
{
    private const int Length = 5;

    // What stands before a code, spaces and separators aside: "Error 21608", "ErrorCode=30003", "/errors/21211", "(21211)", "[HTTP 400] 21608".
    private static readonly string[] s_marks =
        ["error", "errors/", "code", "<code>", "(", "]", "error 400", "error 401", "error 403", "error 404", "error 429"];

    /// <summary>Returns whether the text is a code.</summary>
    public static bool Is(ReadOnlySpan<char> text) => text.Length == Length && !text.ContainsAnyExceptInRange('0', '9') && text[0] != '0';

    /// <summary>Returns the first code that stands where codes stand; null where there is none.</summary>
    public static string? Find(ReadOnlySpan<char> text)
    {
        var from = 0;
        while (from < text.Length)
        {
            var next = text[from..].IndexOfAnyInRange('0', '9');
            if (next < 0)
            {
                return null;
            }

            var start = from + next;
            var length = text[start..].IndexOfAnyExceptInRange('0', '9');
            var end = length < 0 ? text.Length : start + length;
            if (Is(text[start..end]) && StandsAlone(text, start, end) && IsMarked(text[..start]))
            {
                return text[start..end].ToString();
            }

            from = end;
        }

        return null;
    }

    private static bool StandsAlone(ReadOnlySpan<char> text, int start, int end) =>
        (start == 0 || !(char.IsLetter(text[start - 1]) || text[start - 1] is '+' or '.'))
        && (end == text.Length || !(char.IsLetter(text[end]) || text[end] == '-'));

    private static bool IsMarked(ReadOnlySpan<char> before)
    {
        before = before[Math.Max(0, before.Length - 32)..].TrimEnd(" :=#\"'\\-\t\r\n");
        if (before.IsEmpty)
        {
            return true;
        }

        foreach (var mark in s_marks)
        {
            if (before.EndsWith(mark, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
