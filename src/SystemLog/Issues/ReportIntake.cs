using Microsoft.Extensions.Options;
using SystemLog.Catalogue;
using SystemLog.Diagnostics;

namespace SystemLog.Issues;

/// <summary>Where callers leave reports and the writer fetches them: a bounded queue, and behind it what waits for the storage.</summary>
internal sealed class ReportIntake
{
    private readonly int _queueLimit;
    private readonly ReportMemory _memory;
    private readonly ReportQueue _queue;
    private readonly PendingIssues _pending;
    private int _taken;

    public ReportIntake(IOptions<SystemLogOptions> options, ErrorCatalogue catalogue)
    {
        var settings = options.Value;
        _queueLimit = settings.QueueLimit;
        _memory = new(new ReportReader(catalogue));
        _queue = new(settings.QueueLimit, settings.QueueBytes);
        _pending = new(settings.PendingIssuesLimit, settings.QueueBytes, settings.OccurrencesKept);
    }

    /// <summary>Gets about how many reports and issues wait to be written, those being saved among them.</summary>
    public int Waiting => _queue.Count + _pending.Count + Volatile.Read(ref _taken);

    /// <summary>Gets how many issues were gathered that are not taken.</summary>
    public int Gathered => _pending.Count;

    /// <summary>Gets whether anything was gathered that is not taken.</summary>
    public bool Any => _pending.Any;

    /// <summary>Adds a report or a success. When the queue is full it is counted at once, without its details.</summary>
    public void Add(in QueuedReport report)
    {
        if (_queue.TryAdd(report))
        {
            return;
        }

        if (report.IsSuccess)
        {
            _pending.AddSuccess(report);
            return;
        }

        SystemLogMetrics.DetailsDropped.Add(1);
        _pending.Add(_memory.Read(report.Shop, report.Report), report, keepDetails: false);
    }

    /// <summary>Adds a report somebody waits for, waiting for a place.</summary>
    public ValueTask AddAsync(QueuedReport report, CancellationToken cancellationToken) =>
        _queue.TryAdd(report) ? ValueTask.CompletedTask : _queue.AddAsync(report, cancellationToken);

    /// <summary>Waits for something to gather; false when closed and empty.</summary>
    public Task<bool> WaitAsync() => _queue.WaitAsync();

    /// <summary>Brings together what is in the queue, at most one queue full.</summary>
    public void Gather()
    {
        for (var i = 0; i < _queueLimit && _queue.TryTake(out var report); i++)
        {
            if (report.IsSuccess)
            {
                _pending.AddSuccess(report);
            }
            else
            {
                _pending.Add(_memory.Read(report.Shop, report.Report), report, keepDetails: true);
            }
        }
    }

    /// <summary>Takes what was gathered, at most <paramref name="maxIssues"/> issues. Whoever takes it says when it is done.</summary>
    public PendingBatch Take(int maxIssues)
    {
        var batch = _pending.Take(maxIssues);
        Interlocked.Add(ref _taken, batch.Issues.Count);
        return batch;
    }

    /// <summary>Forgets issues that are saved, or given up.</summary>
    public void Done(int issues) => Interlocked.Add(ref _taken, -issues);

    /// <summary>Counts reports that cannot be attributed to an issue.</summary>
    public void AddDropped(string shop, string source, DropReason reason, long count, long at) => _pending.AddDropped(shop, source, reason, count, at);

    /// <summary>Lets nothing more into the queue.</summary>
    public void Close() => _queue.Close();
}
