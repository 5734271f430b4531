using System.Buffers;
using System.Globalization;
using Base64Text = System.Buffers.Text.Base64;

namespace ProviderSandbox.Mail.Mime;

/// <summary>What Content-Transfer-Encoding does to a body (RFC 2045).</summary>
internal static class TransferEncodings
{
    /// <summary>The bytes behind an encoding; null where the encoding is not known or the bytes are not in it.</summary>
    public static byte[]? Decode(ReadOnlySpan<byte> body, string encoding) => encoding.Trim().ToLowerInvariant() switch
    {
        "" or "7bit" or "8bit" or "binary" => body.ToArray(),
        "quoted-printable" => QuotedPrintable(body),
        "base64" => Base64(body),
        _ => null,
    };

    public static byte[]? Base64(ReadOnlySpan<byte> body)
    {
        var decoded = new byte[Base64Text.GetMaxDecodedFromUtf8Length(body.Length)];
        return Base64Text.DecodeFromUtf8(body, decoded, out _, out var written) == OperationStatus.Done ? decoded[..written] : null;
    }

    /// <summary>A sign of equality that begins nothing known is left as it is.</summary>
    public static byte[] QuotedPrintable(ReadOnlySpan<byte> body)
    {
        var decoded = new ArrayBufferWriter<byte>(Math.Max(body.Length, 1));
        while (body.Length > 0)
        {
            var line = body.IndexOf((byte)'\n') is >= 0 and var end ? body[..(end + 1)] : body;
            body = body[line.Length..];
            QuotedPrintableLine(line, decoded);
        }

        return decoded.WrittenSpan.ToArray();
    }

    private static void QuotedPrintableLine(ReadOnlySpan<byte> line, ArrayBufferWriter<byte> decoded)
    {
        // White space before the end of a line was added on the way.
        var text = line.TrimEnd(" \t\r\n"u8);
        var lineEnd = line[line.TrimEnd("\r\n"u8).Length..];
        var isSoft = text is [.., (byte)'='];
        text = isSoft ? text[..^1] : text;
        while (text.Length > 0)
        {
            if (text[0] == '=' && text.Length >= 3 && byte.TryParse(text[1..3], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                decoded.Write([value]);
                text = text[3..];
            }
            else
            {
                decoded.Write(text[..1]);
                text = text[1..];
            }
        }

        decoded.Write(isSoft ? [] : lineEnd);
    }
}
