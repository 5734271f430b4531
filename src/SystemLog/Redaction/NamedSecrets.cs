using System.Buffers;

namespace SystemLog.Redaction;

/// <summary>Finds secrets by the name before them. Jumps from separator to separator and looks back at the name.</summary>
internal static class NamedSecrets
{
    private const int LongestName = 64;

    // Spaces or backslashes between a name and its separator; more is no name.
    private const int LongestGap = 16;

    // Attributes of an XML tag, or the way from a name to its value in { "name": ..., "value": ... }.
    private const int LongestWay = 256;

    private static readonly SearchValues<char> s_separators = SearchValues.Create(":=<");
    private static readonly SearchValues<char> s_endsOfTagName = SearchValues.Create(" >/\t\r\n");

    public static void Find(ReadOnlySpan<char> text, ref List<Secret>? found)
    {
        var from = 0;
        while (from < text.Length)
        {
            var next = text[from..].IndexOfAny(s_separators);
            if (next < 0)
            {
                return;
            }

            var at = from + next;
            var (start, end) = text[at] == '<' ? InElement(text, at) : AfterName(text, at);
            Secret.Add(ref found, start, end);
            from = Math.Max(at + 1, end);
        }
    }

    private static (int Start, int End) AfterName(ReadOnlySpan<char> text, int separator)
    {
        var end = EndOfName(text, separator);
        var name = WordBefore(text, end);
        if (name.IsEmpty)
        {
            return default;
        }

        var start = end - name.Length;
        if (SecretNames.Contains(name) || SecretNames.Contains(WordBefore(text, start - 1), name))
        {
            return SecretValue.After(text, separator, name);
        }

        return name switch
        {
            "key" or "sig" or "signature" when text[separator] == '=' && start > 0 && text[start - 1] is '?' or '&' =>
                SecretValue.After(text, separator, name),
            "key" when text[separator] == ':' && IsLongKey(text, separator) =>
                SecretValue.After(text, separator, name),
            "key" or "name" => InPair(text, separator),
            _ => default,
        };
    }

    // Past the quote, its backslashes and the spaces between a name and its separator.
    private static int EndOfName(ReadOnlySpan<char> text, int separator)
    {
        var limit = Math.Max(0, separator - LongestGap);
        var end = separator;
        while (end > limit && text[end - 1] is ' ' or '\t' or '"' or '\'' or '\\' or ']')
        {
            end--;
        }

        return end;
    }

    private static ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> text, int end)
    {
        var start = Math.Max(0, end);
        var limit = Math.Max(0, end - LongestName);
        while (start > limit && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '-' or '.'))
        {
            start--;
        }

        return end <= 0 ? default : text[start..end];
    }

    // Mandrill's "key":"md-...": a name that says little, before a value that is nothing but a key.
    private static bool IsLongKey(ReadOnlySpan<char> text, int separator)
    {
        var (start, end) = SecretValue.After(Near(text, separator), separator, "key");
        return end - start >= 16 && !text[start..end].ContainsAny(' ', '_', '.') && text[start..end].ContainsAnyInRange('0', '9');
    }

    // { "name": "password", "value": "..." } and <add key="password" value="..." />
    private static (int Start, int End) InPair(ReadOnlySpan<char> text, int separator)
    {
        var (start, end) = SecretValue.After(Near(text, separator), separator, "name");
        if (end <= start || end - start > LongestName || !SecretNames.Contains(text[start..end]))
        {
            return default;
        }

        var rest = text.Slice(end, Math.Min(LongestWay, text.Length - end));
        var value = rest.IndexOf("value", StringComparison.OrdinalIgnoreCase);
        var next = value < 0 ? -1 : rest[value..].IndexOfAny(':', '=');
        return next < 0 || rest[..value].Contains('}') ? default : SecretValue.After(text, end + value + next, text[start..end]);
    }

    // Looking at a value that need not be secret must cost no more than a few characters, or a hostile text costs their square.
    private static ReadOnlySpan<char> Near(ReadOnlySpan<char> text, int separator) => text[..Math.Min(text.Length, separator + LongestWay)];

    private static (int Start, int End) InElement(ReadOnlySpan<char> text, int open)
    {
        var rest = text[(open + 1)..];
        var length = rest[..Math.Min(rest.Length, LongestName)].IndexOfAny(s_endsOfTagName);
        if (length <= 0)
        {
            return default;
        }

        var name = rest[..length];
        name = name[(name.IndexOf(':') + 1)..];
        var close = SecretNames.Contains(name) ? rest[..Math.Min(rest.Length, LongestWay)].IndexOf('>') : -1;
        if (close < 0 || rest[close - 1] == '/')
        {
            return default;
        }

        var start = open + 1 + close + 1;
        const string Literal = "<![CDATA[";
        var isLiteral = text[start..].StartsWith(Literal, StringComparison.Ordinal);
        start += isLiteral ? Literal.Length : 0;
        var end = isLiteral ? text[start..].IndexOf("]]>") : text[start..].IndexOf('<');
        end = end < 0 ? text.Length : start + end;
        return text[start..end].IsWhiteSpace() ? default : (start, end);
    }
}
