namespace ProviderSandbox.Mail.Mime;

/// <summary>What a person reads of a mail. Reading never fails: what is not understood is left as it came.</summary>
/// <param name="Headers">The fields of the whole mail.</param>
/// <param name="Text">The first part of plain text.</param>
/// <param name="Html">The first part of HTML.</param>
internal sealed record MimeMail(IReadOnlyList<MailHeader> Headers, string? Text, string? Html)
{
    // Nobody nests deeper, but for attacks.
    private const int DepthLimit = 10;

    public static MimeMail Read(ReadOnlyMemory<byte> source)
    {
        var (headers, body) = MimeHeaders.Read(source);
        var leaves = new List<Leaf>();
        Collect(headers, body, depth: 0, leaves);
        return new MimeMail(headers, First(leaves, "text/plain"), First(leaves, "text/html"));
    }

    private static string? First(List<Leaf> leaves, string mediaType) => leaves.Find(leaf => leaf.MediaType == mediaType)?.Read();

    private static void Collect(IReadOnlyList<MailHeader> headers, ReadOnlyMemory<byte> body, int depth, List<Leaf> leaves)
    {
        var type = ContentType.Read(Value(headers, "Content-Type"));
        if (type.MediaType.StartsWith("multipart/", StringComparison.Ordinal) && type.Boundary.Length > 0 && depth < DepthLimit)
        {
            foreach (var part in MimeParts.Split(body, type.Boundary))
            {
                var (partHeaders, partBody) = MimeHeaders.Read(part);
                Collect(partHeaders, partBody, depth + 1, leaves);
            }
        }
        else if (!Value(headers, "Content-Disposition").StartsWith("attachment", StringComparison.OrdinalIgnoreCase))
        {
            leaves.Add(new Leaf(type.MediaType, type.Charset, Value(headers, "Content-Transfer-Encoding"), body));
        }
    }

    private static string Value(IReadOnlyList<MailHeader> headers, string name) =>
        headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value ?? string.Empty;

    private sealed record Leaf(string MediaType, string Charset, string Encoding, ReadOnlyMemory<byte> Body)
    {
        public string Read() =>
            TransferEncodings.Decode(Body.Span, Encoding) is { } bytes && Charsets.Decode(bytes, Charset) is { } text ? text : Charsets.Lenient(Body.Span);
    }
}
