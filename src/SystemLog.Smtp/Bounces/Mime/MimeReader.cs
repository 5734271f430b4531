using System.Text;

namespace SystemLog.Smtp.Bounces.Mime;

/// <summary>Reads a mail into its parts, whatever state it is in, in time linear to its size.</summary>
internal sealed class MimeReader
{
    private int _partsLeft = Bounded.PartLimit;

    private MimeReader()
    {
    }

    /// <summary>Reads a mail, of which the first <see cref="Bounded.MailLimit"/> bytes count.</summary>
    public static MimePart Read(ReadOnlyMemory<byte> mail) =>
        new MimeReader().Part(mail[..Math.Min(mail.Length, Bounded.MailLimit)], Bounded.DepthLimit);

    private MimePart Part(ReadOnlyMemory<byte> bytes, int depthLeft)
    {
        _partsLeft--;
        var headers = MimeHeaders.Read(bytes.Span, out var bodyStart);
        var part = new MimePart(headers, bytes[bodyStart..]);
        if (depthLeft == 0)
        {
            return part;
        }

        if (part.IsMessage)
        {
            part.Add(Part(part.Content, depthLeft - 1));
        }
        else if (part.Type.IsMultipart || headers.Raw("Content-Type") is null)
        {
            foreach (var child in Split(part))
            {
                if (_partsLeft > 0)
                {
                    part.Add(Part(child, depthLeft - 1));
                }
            }
        }

        return part;
    }

    /// <summary>Splits at the boundary; where it is missing or another than was announced, at the line that looks like one.</summary>
    private static List<ReadOnlyMemory<byte>> Split(MimePart part)
    {
        var announced = part.Type.IsMultipart ? part.Type.Parameter("boundary") : null;
        var parts = string.IsNullOrEmpty(announced) ? [] : SplitAt(part.Body, Encoding.Latin1.GetBytes("--" + announced));
        return parts.Count == 0 && FindBoundary(part.Body.Span) is { } found ? SplitAt(part.Body, found) : parts;
    }

    private static List<ReadOnlyMemory<byte>> SplitAt(ReadOnlyMemory<byte> body, byte[] boundary)
    {
        var parts = new List<ReadOnlyMemory<byte>>();
        var bytes = body.Span;
        var start = -1;
        for (var position = 0; position < bytes.Length && parts.Count < Bounded.PartLimit;)
        {
            var line = ByteLines.Next(bytes, position, out var next);
            if (IsBoundary(line, boundary))
            {
                if (start >= 0)
                {
                    parts.Add(body[start..position]);
                }

                start = line[boundary.Length..].StartsWith("--"u8) ? -1 : next;
            }

            position = next;
        }

        if (start >= 0 && start < bytes.Length && parts.Count < Bounded.PartLimit)
        {
            parts.Add(body[start..]);
        }

        return parts;
    }

    private static bool IsBoundary(ReadOnlySpan<byte> line, ReadOnlySpan<byte> boundary) =>
        line.StartsWith(boundary) && line[boundary.Length..].Trim("- \t"u8).IsEmpty;

    /// <summary>A line that begins with two dashes, followed by a field of a part.</summary>
    private static byte[]? FindBoundary(ReadOnlySpan<byte> bytes)
    {
        for (var position = 0; position < bytes.Length;)
        {
            var line = ByteLines.Next(bytes, position, out var next);
            if (line.Length is > 6 and < 200 && line.StartsWith("--"u8) && line.IndexOf((byte)' ') < 0
                && Ascii.EqualsIgnoreCase(FirstOf(ByteLines.Next(bytes, next, out _), 8), "content-"u8))
            {
                return line.ToArray();
            }

            position = next;
        }

        return null;
    }

    private static ReadOnlySpan<byte> FirstOf(ReadOnlySpan<byte> line, int count) => line[..Math.Min(line.Length, count)];
}
