using System.Text;
using System.Text.RegularExpressions;

namespace ProviderSandbox.Mail.Mime;

/// <summary>Header text beyond ASCII, such as <c>=?utf-8?Q?Gr=C3=B8nn?=</c> (RFC 2047).</summary>
internal static partial class EncodedWords
{
    /// <summary>Decodes what can be decoded and leaves the rest as it is. White space between two words belongs to neither.</summary>
    public static string Decode(string value)
    {
        var decoded = new StringBuilder(value.Length);
        var from = 0;
        var afterWord = false;
        foreach (var word in Word().EnumerateMatches(value))
        {
            var text = DecodeWord(value.AsSpan(word.Index, word.Length));
            var between = value.AsSpan(from, word.Index - from);
            if (text is null || !afterWord || !between.IsWhiteSpace())
            {
                decoded.Append(between);
            }

            decoded.Append(text ?? value.Substring(word.Index, word.Length));
            (from, afterWord) = (word.Index + word.Length, text is not null);
        }

        return decoded.Append(value.AsSpan(from)).ToString();
    }

    private static string? DecodeWord(ReadOnlySpan<char> word)
    {
        var parts = word[2..^2].ToString().Split('?');
        var bytes = parts[1] is "B" or "b"
            ? TransferEncodings.Base64(Encoding.ASCII.GetBytes(parts[2]))
            : TransferEncodings.QuotedPrintable(Encoding.ASCII.GetBytes(parts[2].Replace('_', ' ') + "="));

        // A charset may name a language behind an asterisk (RFC 2231).
        return bytes is null ? null : Charsets.Decode(bytes, parts[0].Split('*')[0]);
    }

    [GeneratedRegex(@"=\?[^?\s]+\?[BbQq]\?[^?\s]*\?=", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
