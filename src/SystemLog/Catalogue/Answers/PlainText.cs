using System.Net;
using System.Text;

namespace SystemLog.Catalogue.Answers;

/// <summary>A provider's words without markup, on one line: some send lists and links of HTML inside a message, or a whole page.</summary>
public static class PlainText
{
    /// <summary>How many characters are kept.</summary>
    public const int Limit = 8_192;

    /// <summary>Returns the text without tags and entities, white space as single spaces, in time linear to what is kept of it.</summary>
    public static string Of(string text)
    {
        var cut = text.AsSpan(0, Math.Min(text.Length, Limit));
        if (cut.ContainsAny('<', '&'))
        {
            cut = WebUtility.HtmlDecode(WithoutTags(cut));
        }

        return SingleSpaced(cut);
    }

    private static string WithoutTags(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length);
        while (!text.IsEmpty)
        {
            var open = text.IndexOf('<');
            if (open < 0 || open + 1 == text.Length)
            {
                result.Append(text);
                break;
            }

            var isTag = char.IsAsciiLetter(text[open + 1]) || text[open + 1] is '/' or '!' or '?';
            var close = isTag ? text[open..].IndexOf('>') : -1;
            if (isTag && close < 0)
            {
                result.Append(text[..open]);
                break;
            }

            result.Append(text[..open]).Append(isTag ? ' ' : '<');
            text = text[(isTag ? open + close + 1 : open + 1)..];
        }

        return result.ToString();
    }

    private static string SingleSpaced(ReadOnlySpan<char> text)
    {
        var buffer = new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            var isSpace = char.IsWhiteSpace(c) || char.IsControl(c);
            if (!isSpace)
            {
                buffer[length++] = c;
            }
            else if (length > 0 && buffer[length - 1] != ' ')
            {
                buffer[length++] = ' ';
            }
        }

        return new(buffer, 0, length > 0 && buffer[length - 1] == ' ' ? length - 1 : length);
    }
}
