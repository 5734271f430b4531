using System.Buffers;

namespace ProviderSandbox.Mail.Smtp;

/// <summary>
/// The lines that a client sends. What arrives with a line and belongs to the next is kept, so that commands in one packet (RFC 2920) are
/// read one by one.
/// </summary>
internal sealed class SmtpLines(Stream stream, TimeSpan silence) : IDisposable
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private readonly ArrayBufferWriter<byte> _line = new();
    private CancellationTokenSource _patience = new();
    private int _start;
    private int _end;

    /// <summary>Reads to the next line feed. What goes beyond the limit is read and dropped.</summary>
    /// <returns>The line, whose bytes stand until the next call; null where the client has gone.</returns>
    /// <exception cref="OperationCanceledException">The client was silent for too long, or the session is over.</exception>
    public async ValueTask<SmtpLine?> ReadAsync(int limit, CancellationToken cancellationToken)
    {
        _line.ResetWrittenCount();
        var length = 0L;
        var beforeFeed = (byte)0;
        while (true)
        {
            if (_start == _end && !await FillAsync(cancellationToken))
            {
                return null;
            }

            var arrived = _buffer.AsMemory(_start, _end - _start);
            var feed = arrived.Span.IndexOf((byte)'\n');
            var taken = feed < 0 ? arrived : arrived[..(feed + 1)];
            _start += taken.Length;
            length += taken.Length;
            beforeFeed = feed < 0 ? taken.Span[^1] : feed > 0 ? taken.Span[^2] : beforeFeed;

            // Room for the line break, so that a line as long as allowed is whole.
            _line.Write(taken.Span[..Math.Min(taken.Length, Math.Max(0, limit + 2 - _line.WrittenCount))]);
            if (feed >= 0)
            {
                return Line(length, limit, endsInCrLf: beforeFeed == '\r');
            }
        }
    }

    /// <summary>Reads and drops until the client has gone or the session is over.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        do
        {
            _start = _end;
        }
        while (await stream.ReadAsync(_buffer, cancellationToken) > 0);
    }

    public void Dispose() => _patience.Dispose();

    private SmtpLine Line(long length, int limit, bool endsInCrLf)
    {
        var withoutBreak = length - (endsInCrLf ? 2 : 1);
        return new SmtpLine(_line.WrittenMemory[..(int)Math.Min(withoutBreak, limit)], endsInCrLf, IsTooLong: withoutBreak > limit);
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (!_patience.TryReset())
        {
            _patience.Dispose();
            _patience = new CancellationTokenSource();
        }

        using var linked = cancellationToken.UnsafeRegister(static patience => ((CancellationTokenSource)patience!).Cancel(), _patience);
        _patience.CancelAfter(silence);
        (_start, _end) = (0, await stream.ReadAsync(_buffer, _patience.Token));
        return _end > 0;
    }
}
