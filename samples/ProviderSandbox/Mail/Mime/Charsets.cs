using System.Text;

namespace ProviderSandbox.Mail.Mime;

/// <summary>Bytes to text.</summary>
internal static class Charsets
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text in a named charset; null where the charset is not known here.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, string charset) => charset.ToLowerInvariant() switch
    {
        "utf-8" or "utf8" or "us-ascii" or "ascii" => Encoding.UTF8.GetString(bytes),
        "iso-8859-1" or "latin1" => Encoding.Latin1.GetString(bytes),
        _ => null,
    };

    /// <summary>UTF-8 where the bytes are that, else ISO-8859-1, in which every byte is a character.</summary>
    public static string Lenient(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
