using System.Threading.Channels;

namespace SystemLog.Issues;

/// <summary>The way from the callers to the writer, bounded by count and bytes. Nobody waits in it but durable callers.</summary>
internal sealed class ReportQueue
{
    private readonly Channel<QueuedReport> _channel;
    private readonly long _maxBytes;
    private long _bytes;

    public ReportQueue(int limit, long maxBytes)
    {
        _maxBytes = maxBytes;
        _channel = Channel.CreateBounded<QueuedReport>(new BoundedChannelOptions(limit) { SingleReader = true });
    }

    /// <summary>Gets how many reports wait.</summary>
    public int Count => _channel.Reader.Count;

    /// <summary>Adds a report; false where there is no room or the queue is closed.</summary>
    public bool TryAdd(in QueuedReport report)
    {
        if (Interlocked.Add(ref _bytes, report.Bytes) <= _maxBytes && _channel.Writer.TryWrite(report))
        {
            return true;
        }

        Interlocked.Add(ref _bytes, -report.Bytes);
        return false;
    }

    /// <summary>Adds a report, waiting for a place. Its bytes count but do not refuse it: whoever waits keeps it alive anyway.</summary>
    /// <exception cref="ChannelClosedException">The queue is closed.</exception>
    public async ValueTask AddAsync(QueuedReport report, CancellationToken cancellationToken)
    {
        await _channel.Writer.WriteAsync(report, cancellationToken);
        Interlocked.Add(ref _bytes, report.Bytes);
    }

    /// <summary>Takes the oldest report.</summary>
    public bool TryTake(out QueuedReport report)
    {
        if (!_channel.Reader.TryRead(out report))
        {
            return false;
        }

        Interlocked.Add(ref _bytes, -report.Bytes);
        return true;
    }

    /// <summary>Waits for a report; false when the queue is closed and empty.</summary>
    public Task<bool> WaitAsync() => _channel.Reader.WaitToReadAsync().AsTask();

    /// <summary>Lets nothing more in.</summary>
    public void Close() => _channel.Writer.TryComplete();
}
