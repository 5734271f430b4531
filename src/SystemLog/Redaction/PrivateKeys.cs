namespace SystemLog.Redaction;

/// <summary>Finds private keys in PEM.</summary>
internal static class PrivateKeys
{
    private const string Begin = "-----BEGIN";
    private const int LongestHeader = 64;

    public static void Find(ReadOnlySpan<char> text, ref List<Secret>? found)
    {
        var from = 0;
        while (from < text.Length)
        {
            var next = text[from..].IndexOf(Begin, StringComparison.Ordinal);
            if (next < 0)
            {
                return;
            }

            var start = from + next + Begin.Length;
            var header = text.Slice(start, Math.Min(LongestHeader, text.Length - start));
            var headerEnd = header.IndexOf("-----");
            if (headerEnd >= 0 && header[..headerEnd].Contains("PRIVATE KEY", StringComparison.Ordinal))
            {
                start += headerEnd + 5;
                var length = text[start..].IndexOf("-----END", StringComparison.Ordinal);
                var end = length < 0 ? text.Length : start + length;
                Secret.Add(ref found, start, end);
                start = end;
            }

            from = start;
        }
    }
}
