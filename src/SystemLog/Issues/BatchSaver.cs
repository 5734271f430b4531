using Microsoft.Extensions.Logging;
using SystemLog.Diagnostics;
using SystemLog.Storage;

namespace SystemLog.Issues;

/// <summary>Saves batches, for as long as it takes: an outage is waited out, and a report the storage cannot take never holds up the others.</summary>
internal sealed partial class BatchSaver(
    IStorage storage, IIssueStore store, TimeProvider time, ILogger<BatchSaver> logger)
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(10);

    private StorageStatus _status = new(StorageState.Starting, time.GetUtcNow());
    private bool _prepared;

    /// <summary>Gets how the storage fares.</summary>
    public StorageStatus Status => Volatile.Read(ref _status);

    /// <summary>Opens and migrates the storage, and tries again until that is done.</summary>
    /// <exception cref="OperationCanceledException">The host stops.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        for (var pause = s_firstPause; !_prepared; pause = Longer(pause))
        {
            try
            {
                await storage.PrepareAsync(reason => Become(StorageState.WaitingForLock, reason), cancellationToken);
                _prepared = true;
                Become(StorageState.Ready);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                // The host must start and run whatever the storage does; the panel shows the reason.
                Become(StorageState.Unavailable, exception.Message);
                await Task.Delay(pause, time, cancellationToken);
            }
        }
    }

    /// <summary>Saves a batch.</summary>
    /// <returns>What the storage could not take, each issue tried alone.</returns>
    /// <exception cref="OperationCanceledException">The host stops, and the batch is not saved.</exception>
    public async Task<IReadOnlyList<PendingIssue>> SaveAsync(PreparedBatch batch, CancellationToken cancellationToken)
    {
        var stored = batch.Stored;
        for (var pause = s_firstPause; ; pause = Longer(pause))
        {
            try
            {
                await store.RecordAsync(stored, cancellationToken);
                break;
            }
            catch (StorageException exception) when (exception.IsTransient)
            {
                Become(StorageState.Unavailable, exception.Message);
                await Task.Delay(pause, time, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                return await SaveApartAsync(batch, exception, cancellationToken);
            }
        }

        Become(StorageState.Ready);
        SystemLogMetrics.ReportsWritten.Add(batch.Pending.Reports);
        foreach (var waiting in batch.Pending.Issues.SelectMany(issue => issue.Waiting))
        {
            waiting.TrySetResult();
        }

        return [];
    }

    /// <summary>Finds the issue the storage cannot take by halving, so that all others are saved.</summary>
    private async Task<IReadOnlyList<PendingIssue>> SaveApartAsync(PreparedBatch batch, Exception exception, CancellationToken cancellationToken)
    {
        if (batch.Deltas.Count > 1)
        {
            var (first, second) = batch.Halve();
            return [.. await SaveAsync(first, cancellationToken), .. await SaveAsync(second, cancellationToken)];
        }

        var refused = batch.Pending.Issues;
        LogNotStorable(exception, refused.Count == 1 ? refused[0].Newest.Id.ToString() : "(none)");
        return refused;
    }

    private void Become(StorageState state, string? reason = null)
    {
        var before = Status;
        if (before.State == state && before.Reason == reason)
        {
            return;
        }

        Volatile.Write(ref _status, new(state, before.State == state ? before.Since : time.GetUtcNow(), reason));
        if (state == StorageState.Ready)
        {
            LogReady(storage.Name);
        }
        else
        {
            LogNotReady(storage.Name, state, reason);
        }
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < s_longestPause ? pause * 2 : s_longestPause;

    [LoggerMessage(Level = LogLevel.Information, Message = "The system log writes to {Storage}.")]
    private partial void LogReady(string storage);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The system log keeps reports in memory: {Storage} is {State}. {Reason}")]
    private partial void LogNotReady(string storage, StorageState state, string? reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The storage cannot take issue {Issue}; its reports are counted as dropped.")]
    private partial void LogNotStorable(Exception exception, string issue);
}
