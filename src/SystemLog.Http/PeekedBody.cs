using System.Net.Http;
using System.Text;

namespace SystemLog.Http;

/// <summary>The beginning of a failing answer's body, and a content from which the caller still reads all of it.</summary>
/// <param name="Text">The beginning as text; null where there is none or it is compressed.</param>
/// <param name="Content">What the caller reads.</param>
internal sealed record PeekedBody(string? Text, HttpContent Content)
{
    /// <summary>How many bytes are read ahead: as much as a report holds.</summary>
    public const int Limit = 64 * 1024;

    /// <summary>Reads ahead. What breaks while reading breaks again when the caller reads, at the same place.</summary>
    public static async Task<PeekedBody> TakeAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var buffer = BufferFor(content);
        var length = 0;
        Stream? stream = null;
        try
        {
            stream = await content.ReadAsStreamAsync(cancellationToken);
            int read;
            while (length < buffer.Length && (read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken)) > 0)
            {
                length += read;
            }

            return Of(content, buffer, length, stream, broken: null);
        }
        catch (Exception broken)
        {
            return Of(content, buffer, length, stream, broken);
        }
    }

    /// <summary>Reads ahead on the caller's thread, for <see cref="HttpClient.Send(HttpRequestMessage)"/>.</summary>
    public static PeekedBody Take(HttpContent content, CancellationToken cancellationToken)
    {
        var buffer = BufferFor(content);
        var length = 0;
        Stream? stream = null;
        try
        {
            stream = content.ReadAsStream(cancellationToken);
            int read;
            while (length < buffer.Length && (read = stream.Read(buffer, length, buffer.Length - length)) > 0)
            {
                length += read;
            }

            return Of(content, buffer, length, stream, broken: null);
        }
        catch (Exception broken)
        {
            return Of(content, buffer, length, stream, broken);
        }
    }

    // One byte more than is announced, so that the end is seen; never more than the limit.
    private static byte[] BufferFor(HttpContent content) =>
        new byte[content.Headers.ContentLength is { } length and < Limit ? length + 1 : Limit];

    private static PeekedBody Of(HttpContent content, byte[] buffer, int length, Stream? stream, Exception? broken)
    {
        HttpContent putBack;
        if (broken is null && length < buffer.Length)
        {
            putBack = new ByteArrayContent(buffer, 0, length);
        }
        else
        {
            putBack = new StreamContent(new PeekedStream(buffer.AsMemory(0, length), stream, broken, content));
        }

        foreach (var (name, values) in content.Headers.NonValidated)
        {
            putBack.Headers.TryAddWithoutValidation(name, values);
        }

        return new(TextOf(content, buffer.AsSpan(0, length)), putBack);
    }

    private static string? TextOf(HttpContent content, ReadOnlySpan<byte> bytes) =>
        bytes.IsEmpty || content.Headers.ContentEncoding.Count > 0 ? null : EncodingOf(content).GetString(bytes);

    private static Encoding EncodingOf(HttpContent content)
    {
        try
        {
            return content.Headers.ContentType?.CharSet is { } charset ? Encoding.GetEncoding(charset.Trim('"', '\'')) : Encoding.UTF8;
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }
}
