using System.Text;

namespace SystemLog.Smtp.Bounces.Mime;

/// <summary>Bytes to text by the name of a charset, or by what they look like where the name is missing or wrong.</summary>
internal static class Charsets
{
    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding s_windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Returns the text; what the charset does not know becomes the replacement character.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? name) =>
        Named(name) is { } encoding ? encoding.GetString(bytes) : Guess(bytes);

    /// <summary>Returns the text of bytes without a charset: ISO-2022-JP by its escapes, else UTF-8, else Windows-1252.</summary>
    public static string Guess(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf("\u001b$"u8) >= 0)
        {
            return Named("iso-2022-jp")!.GetString(bytes);
        }

        try
        {
            return s_strictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return s_windows1252.GetString(bytes);
        }
    }

    private static Encoding? Named(string? name)
    {
        switch (name?.ToLowerInvariant())
        {
            case null or "" or "us-ascii" or "ascii":
                return null;
            case "utf-8" or "utf8":
                return Encoding.UTF8;
            case "iso-8859-1" or "latin1":
                return s_windows1252;
            case "cp932" or "windows-31j" or "sjis" or "x-sjis":
                return CodePagesEncodingProvider.Instance.GetEncoding("shift_jis");
            case { Length: > 40 }:
                return null;
            case var other:
                return CodePagesEncodingProvider.Instance.GetEncoding(other);
        }
    }
}
