namespace ProviderSandbox.Mail.Mime;

/// <summary>The fields before the first empty line (RFC 5322).</summary>
internal static class MimeHeaders
{
    // What a mail of the world has is a few dozen; the rest would only make a page unreadable.
    private const int FieldLimit = 500;
    private const int FieldLengthLimit = 32 * 1024;

    /// <summary>Reads the fields, unfolded and decoded, and what follows them. A line that is no field is a field without a name.</summary>
    public static (IReadOnlyList<MailHeader> Fields, ReadOnlyMemory<byte> Body) Read(ReadOnlyMemory<byte> source)
    {
        var lines = new List<string>();
        while (source.Length > 0)
        {
            var end = source.Span.IndexOf((byte)'\n');
            var line = Charsets.Lenient((end < 0 ? source : source[..end]).Span).TrimEnd('\r');
            source = end < 0 ? default : source[(end + 1)..];
            if (line.Length == 0)
            {
                break;
            }

            Add(lines, line);
        }

        return ([.. lines.Select(Field)], source);
    }

    private static void Add(List<string> lines, string line)
    {
        if (line[0] is ' ' or '\t' && lines.Count > 0)
        {
            lines[^1] += lines[^1].Length < FieldLengthLimit ? line : string.Empty;
        }
        else if (lines.Count < FieldLimit)
        {
            lines.Add(line);
        }
    }

    private static MailHeader Field(string line)
    {
        var colon = line.IndexOf(':');
        return new MailHeader(colon < 0 ? string.Empty : line[..colon].TrimEnd(), EncodedWords.Decode(line[(colon + 1)..].Trim()));
    }
}
