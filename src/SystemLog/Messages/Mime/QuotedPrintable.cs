using System.Text;

namespace SystemLog.Messages.Mime;

/// <summary>Writes text as quoted-printable (RFC 2045, 6.7), never breaking a line inside a character.</summary>
internal static class QuotedPrintable
{
    /// <summary>76 characters with the equals sign that joins two lines.</summary>
    private const int LineLimit = 75;

    /// <summary>Writes lines that each end with a line feed.</summary>
    public static void Write(ReadOnlySpan<char> lines, StringBuilder mail)
    {
        while (!lines.IsEmpty)
        {
            var end = lines.IndexOf('\n');
            WriteLine(lines[..end], mail);
            lines = lines[(end + 1)..];
        }
    }

    private static void WriteLine(ReadOnlySpan<char> line, StringBuilder mail)
    {
        var column = 0;
        var left = line.Length;
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in line.EnumerateRunes())
        {
            left -= rune.Utf16SequenceLength;
            var isLiteral = IsLiteral(rune, isLast: left == 0);
            var count = isLiteral ? 1 : rune.EncodeToUtf8(bytes);
            var length = isLiteral ? 1 : count * 3;
            if (column + length > LineLimit)
            {
                mail.Append("=\r\n");
                column = 0;
            }

            column += length;
            if (isLiteral)
            {
                mail.Append((char)rune.Value);
                continue;
            }

            foreach (var b in bytes[..count])
            {
                mail.Append('=').Append(b.ToString("X2"));
            }
        }

        mail.Append("\r\n");
    }

    // Servers drop spaces at the end of a line.
    private static bool IsLiteral(Rune rune, bool isLast) =>
        rune.Value is ' ' or '\t' ? !isLast : rune.Value is > ' ' and <= '~' and not '=';
}
