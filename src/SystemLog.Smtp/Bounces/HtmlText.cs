using System.Net;
using System.Text;

namespace SystemLog.Smtp.Bounces;

/// <summary>HTML as lines of text, for notices that come as a page only.</summary>
internal static class HtmlText
{
    private static readonly string[] s_breaks = ["br", "/p", "/div", "/tr", "/li", "/h1", "/h2", "/h3", "/table", "/pre", "p", "div", "tr"];

    /// <summary>Returns the text; style, script and comments are left out, and whatever is not closed ends it.</summary>
    public static string Of(string html)
    {
        var result = new StringBuilder(html.Length);
        var rest = html.AsSpan();
        while (!rest.IsEmpty)
        {
            var open = rest.IndexOf('<');
            if (open < 0)
            {
                result.Append(rest);
                break;
            }

            result.Append(rest[..open]);
            rest = rest[open..];
            var close = rest.IndexOf('>');
            if (close < 0)
            {
                break;
            }

            var tag = rest[1..close];
            rest = rest[(close + 1)..];
            if (tag.StartsWith("style", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("script", StringComparison.OrdinalIgnoreCase))
            {
                var end = rest.IndexOf("</", StringComparison.Ordinal);
                rest = end < 0 ? default : rest[end..];
            }

            result.Append(IsBreak(tag) ? '\n' : ' ');
        }

        return WebUtility.HtmlDecode(result.ToString());
    }

    private static bool IsBreak(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOfAny(" \t\r\n");
        var name = (end < 0 ? tag : tag[..end]).TrimEnd('/');
        foreach (var known in s_breaks)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
