using System.Buffers;
using System.Text;
using SystemLog.Issues;

namespace SystemLog.Digests;

/// <summary>Text from outside as a mail may carry it: one line, bounded, and with nothing in it that turns the direction of writing, so that
/// it cannot pose as something else or end a header.</summary>
internal static class OneLine
{
    private static readonly SearchValues<char> s_direction = SearchValues.Create(
        "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>Returns the text in one line of at most so many characters, cut with "…".</summary>
    public static string Of(string text, int length)
    {
        var line = new StringBuilder(Math.Min(text.Length, length) + 1);
        foreach (var c in StorableText.Of(StorableText.Cut(text, length * 2)))
        {
            if (!char.IsWhiteSpace(c))
            {
                line.Append(s_direction.Contains(c) ? '\uFFFD' : c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        var clean = line.ToString().TrimEnd();
        return clean.Length <= length ? clean : StorableText.Cut(clean, length - 1).TrimEnd() + "…";
    }
}
