using Microsoft.Extensions.Logging;
using SystemLog.Diagnostics;
using SystemLog.Storage;

namespace SystemLog.Issues;

/// <summary>Saves batches, for as long as it takes: an outage is waited out, and a report the storage cannot take never holds up the others.</summary>
internal sealed partial class BatchSaver(
    IStorage storage, IIssueStore store, IssueDeltaBuilder deltas, TimeProvider time, ILogger<BatchSaver> logger)
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(10);

    private StorageStatus _status = new(StorageState.Starting, time.GetUtcNow());
    private bool _prepared;
    private int _saving;

    /// <summary>Gets how the storage fares.</summary>
    public StorageStatus Status => Volatile.Read(ref _status);

    /// <summary>Gets how many issues are being saved.</summary>
    public int Saving => Volatile.Read(ref _saving);

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
    public async Task<IReadOnlyList<PendingIssue>> SaveAsync(PendingBatch batch, CancellationToken cancellationToken)
    {
        Volatile.Write(ref _saving, batch.Issues.Count);
        try
        {
            return await SavePartAsync(batch, cancellationToken);
        }
        finally
        {
            Volatile.Write(ref _saving, 0);
        }
    }

    private async Task<IReadOnlyList<PendingIssue>> SavePartAsync(PendingBatch batch, CancellationToken cancellationToken)
    {
        var built = new IssueBatch([.. batch.Issues.Select(deltas.Build)], batch.Successes, batch.Dropped);
        for (var pause = s_firstPause; ; pause = Longer(pause))
        {
            try
            {
                await store.RecordAsync(built, cancellationToken);
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
        SystemLogMetrics.ReportsWritten.Add(batch.Reports);
        foreach (var waiting in batch.Issues.SelectMany(issue => issue.Waiting))
        {
            waiting.TrySetResult();
        }

        return [];
    }

    /// <summary>Finds the issue the storage cannot take by halving, so that all others are saved.</summary>
    private async Task<IReadOnlyList<PendingIssue>> SaveApartAsync(PendingBatch batch, Exception exception, CancellationToken cancellationToken)
    {
        if (batch.Issues.Count <= 1)
        {
            LogNotStorable(exception, batch.Issues.Count == 1 ? batch.Issues[0].Newest.Id.ToString() : "(none)");
            foreach (var waiting in batch.Issues.SelectMany(issue => issue.Waiting))
            {
                waiting.TrySetException(new StorageException("The storage cannot take this report.", isTransient: false, exception));
            }

            return batch.Issues;
        }

        var half = batch.Issues.Count / 2;
        var first = await SavePartAsync(new([.. batch.Issues.Take(half)], [], []), cancellationToken);
        var second = await SavePartAsync(batch with { Issues = [.. batch.Issues.Skip(half)] }, cancellationToken);
        return [.. first, .. second];
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
