using System.Buffers;

namespace SystemLog.Redaction;

/// <summary>Finds where the value after a name and its separator begins and ends.</summary>
internal static class SecretValue
{
    // How far ahead the end of a value with spaces in a connection string is looked for.
    private const int LongestSpaced = 256;

    private static readonly SearchValues<char> s_endsInConnectionString = SearchValues.Create(";=\r\n\"&");
    private static readonly SearchValues<char> s_ends = SearchValues.Create(" \t\r\n\"<");
    private static readonly SearchValues<char> s_endsInForm = SearchValues.Create(" \t\r\n\"<&;");

    private static readonly string[] s_schemes = ["basic ", "bearer ", "digest ", "hmac", "negotiate ", "token ", "apikey ", "aws4"];

    // "password: is required" tells what is wrong and holds no password.
    private static readonly string[] s_noValues =
    [
        "null", "true", "false", "none", "undefined", "is", "was", "are", "must", "required", "missing", "invalid", "expired", "not", "wrong",
        "cannot", "empty",
    ];

    /// <summary>Returns the range of the value; an empty one where there is none.</summary>
    public static (int Start, int End) After(ReadOnlySpan<char> text, int separator, ReadOnlySpan<char> name)
    {
        var isForm = text[separator] == '=';
        var start = Skip(text, separator + 1, isQuotedName: separator > 0 && text[separator - 1] is '"' or '\'');
        if (start == text.Length || text[start] == '{')
        {
            return default;
        }

        var quote = start + (text[start] == '\\' ? text[start..].IndexOfAnyExcept('\\') : 0);
        if (quote >= start && text[quote] is '"' or '\'')
        {
            var close = QuotedText.End(text, quote);
            return close < 0 ? (quote + 1, text.Length) : (quote + 1, close - QuotedText.BackslashesBefore(text, quote));
        }

        if (text[start] == '[')
        {
            var close = text[start..].IndexOf(']');
            return (start + 1, close < 0 ? text.Length : start + close);
        }

        return SecretNames.IsHeader(name) ? Line(text, start, name) : Word(text, start, isForm);
    }

    private static int Skip(ReadOnlySpan<char> text, int from, bool isQuotedName)
    {
        var start = from;
        while (start < text.Length && (text[start] is ' ' or '\t' or '=' or '>' || (isQuotedName && text[start] is '\r' or '\n')))
        {
            start++;
        }

        return start;
    }

    // A header's value ends with its line, or where the text around it ends: a quote, or a line break written as \n.
    private static (int Start, int End) Line(ReadOnlySpan<char> text, int start, ReadOnlySpan<char> name)
    {
        if (!name.EndsWith("cookie", StringComparison.OrdinalIgnoreCase) && !StartsWithAny(text[start..], s_schemes))
        {
            var word = Word(text, start, isForm: false);
            return text[word.Start..word.End].ContainsAnyExceptInRange('+', '9') ? word : default;
        }

        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '"' && text[i - 1] == '=')
            {
                var close = QuotedText.End(text, i);
                i = close < 0 ? text.Length - 1 : close;
            }
            else if (text[i] is '\r' or '\n' or '"' || (text[i] == '\\' && i + 1 < text.Length && text[i + 1] is 'n' or 'r'))
            {
                return (start, i);
            }
        }

        return (start, text.Length);
    }

    private static (int Start, int End) Word(ReadOnlySpan<char> text, int start, bool isForm)
    {
        var length = text[start..].IndexOfAny(isForm ? s_endsInForm : s_ends);
        var end = length < 0 ? text.Length : start + length;
        end = isForm ? Math.Max(end, EndInConnectionString(text, start)) : end;
        var word = text[start..end].TrimEnd(")]},.\\'");
        foreach (var noValue in s_noValues)
        {
            if (word.Equals(noValue, StringComparison.OrdinalIgnoreCase))
            {
                return default;
            }
        }

        return (start, start + word.Length);
    }

    // "Password=two words;Database=shop": a value with spaces, when the semicolon comes before the next name.
    private static int EndInConnectionString(ReadOnlySpan<char> text, int start)
    {
        var rest = text.Slice(start, Math.Min(LongestSpaced, text.Length - start));
        var end = rest.IndexOfAny(s_endsInConnectionString);
        return end > 0 && rest[end] == ';' ? start + end : 0;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
