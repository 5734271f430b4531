using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SystemLog.Storage;

namespace SystemLog.Issues;

/// <summary>
/// The one background writer. While a batch is being saved the next one gathers, and is prepared once it is full: under load that is a
/// group commit, otherwise an immediate one.
/// </summary>
internal sealed partial class IssueWriter(
    ReportIntake intake, IssueDeltaBuilder deltas, BatchSaver saver, IOptions<SystemLogOptions> options, TimeProvider time, ILogger<IssueWriter> logger)
    : IHostedService, IDisposable
{
    // Often enough that a full queue takes two million reports a second to reach, seldom enough not to wake for each of them.
    private static readonly TimeSpan s_betweenGatherings = TimeSpan.FromMilliseconds(5);

    private const int SmallBatch = 16;

    private readonly CancellationTokenSource _abandon = new();
    private readonly SystemLogOptions _options = options.Value;
    private Task _running = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _running = Task.Run(RunAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        intake.Close();
        using var deadline = new CancellationTokenSource(_options.ShutdownTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        await using var abandon = either.Token.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _abandon);
        await _running;
    }

    public void Dispose() => _abandon.Dispose();

    private async Task RunAsync()
    {
        var saving = PrepareStorageAsync();
        PreparedBatch? next = null;
        var open = true;
        while (open || next is not null || intake.Any)
        {
            if (!saving.IsCompleted)
            {
                await Task.WhenAny(saving, Task.Delay(s_betweenGatherings, time));
            }
            else if (next is null && !intake.Any)
            {
                open = await intake.WaitAsync();
            }

            intake.Gather();
            if (next is null && (saving.IsCompleted ? intake.Any : intake.Gathered >= _options.BatchSize))
            {
                next = Prepare(intake.Take(_options.BatchSize));
            }

            if (next is { } batch && saving.IsCompleted)
            {
                // Of a small batch somebody may be waiting for, a change of threads would be a good part of the cost.
                saving = batch.Pending.Reports > SmallBatch ? Task.Run(() => SaveAsync(batch)) : SaveAsync(batch);
                next = null;
            }
        }

        await saving;
    }

    private async Task PrepareStorageAsync()
    {
        try
        {
            await saver.PrepareAsync(_abandon.Token);
        }
        catch (OperationCanceledException) when (_abandon.IsCancellationRequested)
        {
            // What waits is given up batch by batch.
        }
    }

    /// <summary>Explains and redacts. An issue that cannot even be laid out is counted and never holds up the others.</summary>
    private PreparedBatch Prepare(PendingBatch batch)
    {
        var issues = new List<PendingIssue>(batch.Issues.Count);
        var rows = new List<IssueDelta>(batch.Issues.Count);
        foreach (var issue in batch.Issues)
        {
            try
            {
                rows.Add(deltas.Build(issue));
                issues.Add(issue);
            }
            catch (Exception exception)
            {
                LogUnforeseen(exception);
                Drop([issue]);
                intake.Done(1);
            }
        }

        return new(batch with { Issues = issues }, rows);
    }

    /// <summary>Saves one batch. The one place where the writer meets what it did not foresee.</summary>
    private async Task SaveAsync(PreparedBatch batch)
    {
        try
        {
            Drop(await saver.SaveAsync(batch, _abandon.Token));
            if (batch.Pending.Waiting > 0)
            {
                // Those who waited come back with their next reports; let them go first, and one commit serves them all again.
                await Task.Yield();
            }
        }
        catch (OperationCanceledException) when (_abandon.IsCancellationRequested)
        {
            Abandon(batch.Pending);
        }
        catch (Exception exception)
        {
            LogUnforeseen(exception);
            Drop(batch.Pending.Issues);
        }
        finally
        {
            intake.Done(batch.Deltas.Count);
        }
    }

    private void Drop(IReadOnlyList<PendingIssue> issues)
    {
        foreach (var issue in issues)
        {
            var grouping = issue.Newest.Grouping;
            Fail(issue, new StorageException("The storage cannot take this report.", isTransient: false));
            intake.AddDropped(grouping.Shop, grouping.Source, DropReason.NotStorable, issue.Times.Count, issue.Times.Sorted()[^1].At);
        }
    }

    private void Abandon(PendingBatch batch)
    {
        if (!batch.IsEmpty)
        {
            LogAbandoned(batch.Reports + batch.Dropped.Sum(dropped => dropped.Count), _options.ShutdownTimeout);
        }

        foreach (var issue in batch.Issues)
        {
            Fail(issue, new StorageException("The host stopped before the report was written.", isTransient: true));
        }
    }

    private static void Fail(PendingIssue issue, StorageException exception)
    {
        foreach (var waiting in issue.Waiting)
        {
            waiting.TrySetException(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The host stops after waiting {Deadline}; {Count} reports were not written.")]
    private partial void LogAbandoned(long count, TimeSpan deadline);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The writer of the system log met something unforeseen; the batch is counted as dropped.")]
    private partial void LogUnforeseen(Exception exception);
}
