namespace SystemLog.Smtp.Bounces.Mime;

/// <summary>Lines of bytes, ended by CR LF, by LF or by CR alone.</summary>
internal static class ByteLines
{
    /// <summary>Returns the line at a position, without its end, and where the next begins.</summary>
    public static ReadOnlySpan<byte> Next(ReadOnlySpan<byte> bytes, int position, out int next)
    {
        var rest = bytes[position..];
        var end = rest.IndexOfAny((byte)'\r', (byte)'\n');
        if (end < 0)
        {
            next = bytes.Length;
            return rest;
        }

        var isPair = rest[end] == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n';
        next = position + end + (isPair ? 2 : 1);
        return rest[..end];
    }
}
