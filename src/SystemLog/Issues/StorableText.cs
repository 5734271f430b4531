using System.Buffers;
using System.Text;

namespace SystemLog.Issues;

/// <summary>Text that every database stores and every page shows: no NUL, no control characters, no half surrogates.</summary>
internal static class StorableText
{
    private static readonly SearchValues<char> s_controls =
        SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(c => char.IsControl(c) && IsBad(c))]);

    /// <summary>Returns the text with what cannot be stored or shown replaced by U+FFFD; the text itself where nothing is wrong with it.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAny(s_controls) && !HasHalfSurrogate(text))
        {
            return text;
        }

        return string.Create(text.Length, text, static (clean, source) =>
        {
            for (var i = 0; i < clean.Length; i++)
            {
                if (char.IsHighSurrogate(source[i]) && i + 1 < source.Length && char.IsLowSurrogate(source[i + 1]))
                {
                    clean[i] = source[i];
                    clean[++i] = source[i];
                }
                else
                {
                    clean[i] = IsBad(source[i]) ? '\uFFFD' : source[i];
                }
            }
        });
    }

    /// <summary>Returns the text cut to at most the length, never through the middle of a pair.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    /// <summary>Returns the text cut to at most so many bytes of UTF-8, never through the middle of a character.</summary>
    public static string CutBytes(string text, int bytes)
    {
        if (text.Length <= bytes / 3 || Encoding.UTF8.GetByteCount(text) <= bytes)
        {
            return text;
        }

        var buffer = new byte[bytes];
        Encoding.UTF8.GetEncoder().Convert(text, buffer, flush: false, out var used, out _, out _);
        return Cut(text, used);
    }

    private static bool HasHalfSurrogate(string text)
    {
        var first = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        for (var i = first; i >= 0 && i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBad(char c) => char.IsSurrogate(c) || (char.IsControl(c) && c is not ('\n' or '\r' or '\t'));
}
