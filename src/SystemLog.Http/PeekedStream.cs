using System.Net.Http;
using System.Runtime.ExceptionServices;

namespace SystemLog.Http;

/// <summary>A stream whose beginning was read ahead: first that, then the rest, or the failure that reading ahead met.</summary>
internal sealed class PeekedStream(ReadOnlyMemory<byte> beginning, Stream? rest, Exception? broken, HttpContent owner) : Stream
{
    private ReadOnlyMemory<byte> _beginning = beginning;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) => TryTake(buffer, out var taken) ? taken : Rest().Read(buffer);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        TryTake(buffer.Span, out var taken) ? taken : await Rest().ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            rest?.Dispose();
            owner.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool TryTake(Span<byte> buffer, out int taken)
    {
        taken = Math.Min(buffer.Length, _beginning.Length);
        _beginning.Span[..taken].CopyTo(buffer);
        _beginning = _beginning[taken..];
        return taken > 0 || buffer.IsEmpty;
    }

    private Stream Rest()
    {
        if (broken is not null)
        {
            ExceptionDispatchInfo.Throw(broken);
        }

        return rest!;
    }
}
