using System.Text;

namespace SystemLog.Smtp.Bounces.Mime;

/// <summary>Encoded words in header fields (RFC 2047).</summary>
internal static class EncodedWords
{
    /// <summary>Returns the text with its encoded words read; one that is broken stays as it is.</summary>
    public static string Decode(string text)
    {
        if (!text.Contains("=?", StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        var afterWord = false;
        while (!rest.IsEmpty)
        {
            var start = rest.IndexOf("=?");
            if (start < 0 || !TryWord(rest[start..], out var word, out var length))
            {
                var plain = start < 0 ? rest.Length : start + 2;
                result.Append(rest[..plain]);
                rest = rest[plain..];
                afterWord = false;
                continue;
            }

            // White space between two encoded words belongs to the folding, not to the text.
            if (!afterWord || !rest[..start].IsWhiteSpace())
            {
                result.Append(rest[..start]);
            }

            result.Append(word);
            rest = rest[(start + length)..];
            afterWord = true;
        }

        return result.ToString();
    }

    private static bool TryWord(ReadOnlySpan<char> text, out string word, out int length)
    {
        (word, length) = ("", 0);
        var charsetEnd = text[2..].IndexOf('?') + 2;
        if (charsetEnd < 3 || charsetEnd + 2 >= text.Length || text[charsetEnd + 2] != '?')
        {
            return false;
        }

        var contentStart = charsetEnd + 3;
        var contentLength = text[contentStart..].IndexOf("?=");
        if (contentLength < 0)
        {
            return false;
        }

        var content = Encoding.Latin1.GetBytes(text.Slice(contentStart, contentLength).ToString());
        var bytes = text[charsetEnd + 1] is 'B' or 'b' ? TransferEncodings.Base64(content) : TransferEncodings.QuotedPrintable(content, isHeader: true);
        word = Charsets.Decode(bytes, text[2..charsetEnd].ToString().Split('*')[0]);
        length = contentStart + contentLength + 2;
        return true;
    }
}
