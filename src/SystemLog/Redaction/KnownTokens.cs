using System.Buffers;

namespace SystemLog.Redaction;

/// <summary>Finds tokens by their own form: JWTs, what follows "Bearer" or "Basic", and keys with a known prefix or suffix.</summary>
internal static class KnownTokens
{
    private const int Shortest = 8;
    private const int ShortestKey = 16;

    private static readonly SearchValues<string> s_marks = SearchValues.Create(
        ["eyJ", "Bearer ", "Basic ", "klarna_live_api_", "klarna_test_api_", "sk_live_", "sk_test_", "-us"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> s_tokenChars =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~+/=");

    private static readonly SearchValues<char> s_hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    public static void Find(ReadOnlySpan<char> text, ref List<Secret>? found)
    {
        var from = 0;
        while (from < text.Length)
        {
            var next = text[from..].IndexOfAny(s_marks);
            if (next < 0)
            {
                return;
            }

            var at = from + next;
            var (start, end) = text[at] switch
            {
                'e' or 'E' => WebToken(text, at),
                'b' or 'B' => AfterScheme(text, at),
                '-' => MailchimpKey(text, at),
                _ => WithPrefix(text, at),
            };
            Secret.Add(ref found, start, end);
            from = Math.Max(at + 1, end);
        }
    }

    private static (int Start, int End) WebToken(ReadOnlySpan<char> text, int at)
    {
        if ((at > 0 && char.IsAsciiLetterOrDigit(text[at - 1])) || !text[at..].StartsWith("eyJ", StringComparison.Ordinal))
        {
            return default;
        }

        var end = EndOfToken(text, at);
        return end - at >= ShortestKey ? (at, end) : default;
    }

    private static (int Start, int End) AfterScheme(ReadOnlySpan<char> text, int at)
    {
        var start = at + text[at..].IndexOf(' ');
        while (start < text.Length && text[start] == ' ')
        {
            start++;
        }

        var end = EndOfToken(text, start);
        return end - start >= Shortest && !IsPlainWord(text[start..end]) ? (start, end) : default;
    }

    // "Basic authentication", "Bearer Token.": words, not credentials.
    private static bool IsPlainWord(ReadOnlySpan<char> token)
    {
        var word = token.TrimEnd(".=");
        return word.Length < 20 && !word[1..].ContainsAnyExceptInRange('a', 'z') && char.IsAsciiLetter(word[0]);
    }

    private static (int Start, int End) WithPrefix(ReadOnlySpan<char> text, int at)
    {
        var end = EndOfToken(text, at);
        return end - at >= ShortestKey ? (at, end) : default;
    }

    // 32 hexadecimal digits and the data centre: "...-us11".
    private static (int Start, int End) MailchimpKey(ReadOnlySpan<char> text, int at)
    {
        const int Digits = 32;
        var isKey = at >= Digits && at + 3 < text.Length && char.IsAsciiDigit(text[at + 3])
            && !text[(at - Digits)..at].ContainsAnyExcept(s_hexadecimal);
        return isKey ? (at - Digits, at) : default;
    }

    private static int EndOfToken(ReadOnlySpan<char> text, int start)
    {
        var length = text[start..].IndexOfAnyExcept(s_tokenChars);
        return length < 0 ? text.Length : start + length;
    }
}
