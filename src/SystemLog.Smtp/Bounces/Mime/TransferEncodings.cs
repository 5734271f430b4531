namespace SystemLog.Smtp.Bounces.Mime;

/// <summary>Base64 and quoted-printable (RFC 2045), read as far as they make sense.</summary>
internal static class TransferEncodings
{
    /// <summary>Returns the bytes behind a transfer encoding; an unknown one leaves them as they are.</summary>
    public static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> bytes, string? encoding) => encoding?.Trim().ToLowerInvariant() switch
    {
        "base64" => Base64(bytes.Span),
        "quoted-printable" => QuotedPrintable(bytes.Span, isHeader: false),
        _ => bytes,
    };

    /// <summary>Reads base64; what is not of its alphabet is passed over.</summary>
    public static byte[] Base64(ReadOnlySpan<byte> text)
    {
        var result = new byte[(text.Length / 4 * 3) + 3];
        var (length, bits, count) = (0, 0, 0);
        foreach (var c in text)
        {
            var value = Sextet(c);
            if (value < 0)
            {
                continue;
            }

            bits = ((bits << 6) | value) & 0xFFFFFF;
            count += 6;
            if (count >= 8)
            {
                count -= 8;
                result[length++] = (byte)(bits >> count);
            }
        }

        return result[..length];
    }

    /// <summary>Reads quoted-printable, or the Q encoding of headers, in which an underscore is a space.</summary>
    public static byte[] QuotedPrintable(ReadOnlySpan<byte> text, bool isHeader)
    {
        var result = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=')
            {
                result[length++] = isHeader && text[i] == '_' ? (byte)' ' : text[i];
            }
            else if (i + 2 < text.Length && Hex(text[i + 1]) >= 0 && Hex(text[i + 2]) >= 0)
            {
                result[length++] = (byte)((Hex(text[i + 1]) << 4) | Hex(text[i + 2]));
                i += 2;
            }
            else if (!isHeader && SoftBreak(text[(i + 1)..]) is var skipped and > 0)
            {
                i += skipped;
            }
            else
            {
                result[length++] = text[i];
            }
        }

        return result[..length];
    }

    private static int SoftBreak(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("\r\n"u8))
        {
            return 2;
        }

        return text is [(byte)'\n' or (byte)'\r', ..] ? 1 : 0;
    }

    private static int Hex(byte c) => c switch
    {
        >= (byte)'0' and <= (byte)'9' => c - '0',
        >= (byte)'A' and <= (byte)'F' => c - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => c - 'a' + 10,
        _ => -1,
    };

    private static int Sextet(byte c) => c switch
    {
        >= (byte)'A' and <= (byte)'Z' => c - 'A',
        >= (byte)'a' and <= (byte)'z' => c - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => c - '0' + 52,
        (byte)'+' => 62,
        (byte)'/' => 63,
        _ => -1,
    };
}
