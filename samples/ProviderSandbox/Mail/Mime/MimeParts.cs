using System.Text;

namespace ProviderSandbox.Mail.Mime;

/// <summary>The parts of a multipart body (RFC 2046).</summary>
internal static class MimeParts
{
    // Nobody has more, but for attacks.
    private const int Limit = 200;

    /// <summary>Finds what stands between the boundaries. A mail that breaks off before its last boundary keeps its last part.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> body, string boundary)
    {
        var delimiter = Encoding.UTF8.GetBytes("--" + boundary);
        var parts = new List<ReadOnlyMemory<byte>>();
        var start = -1;
        for (var at = 0; at < body.Length;)
        {
            var length = body.Span[at..].IndexOf((byte)'\n');
            var next = length < 0 ? body.Length : at + length + 1;
            var line = body.Span[at..next].TrimEnd(" \t\r\n"u8);
            var isLast = line.EndsWith("--"u8) && line[..^2].SequenceEqual(delimiter);
            if (isLast || line.SequenceEqual(delimiter))
            {
                AddPart(parts, body, start, at);
                start = next;
            }

            if (isLast || parts.Count == Limit)
            {
                return parts;
            }

            at = next;
        }

        AddPart(parts, body, start, body.Length);
        return parts;
    }

    // The line break before a boundary belongs to the boundary.
    private static void AddPart(List<ReadOnlyMemory<byte>> parts, ReadOnlyMemory<byte> body, int start, int end)
    {
        if (start >= 0)
        {
            var part = body[start..Math.Max(start, end)];
            parts.Add(part.Span.EndsWith("\r\n"u8) ? part[..^2] : part);
        }
    }
}
