using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SystemLog.Issues;

/// <summary>
/// The one background writer. While a batch is being saved the next one gathers: under load that is a group commit, otherwise an
/// immediate one.
/// </summary>
internal sealed partial class IssueWriter(
    ReportIntake intake, BatchSaver saver, IOptions<SystemLogOptions> options, TimeProvider time, ILogger<IssueWriter> logger) : IHostedService, IDisposable
{
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
        var saving = SaveAsync();
        var readable = intake.WaitAsync();
        var open = true;
        while (open || intake.Any)
        {
            if (!open)
            {
                await saving;
            }
            else
            {
                await Task.WhenAny(readable, saving.IsCompleted ? readable : saving);
            }

            if (open && readable.IsCompleted)
            {
                open = await readable;
                intake.Gather();
                readable = open ? intake.WaitAsync() : readable;
            }

            if (saving.IsCompleted && intake.Any)
            {
                saving = SaveAsync();
            }
        }

        await saving;
    }

    /// <summary>Saves one batch; the first call makes the storage ready. The one place where the writer meets what it did not foresee.</summary>
    private async Task SaveAsync()
    {
        PendingBatch? batch = null;
        try
        {
            await saver.PrepareAsync(_abandon.Token);
            batch = intake.Take(_options.BatchSize);
            if (!batch.IsEmpty)
            {
                Drop(await saver.SaveAsync(batch, _abandon.Token), DropReason.NotStorable);
            }
        }
        catch (OperationCanceledException) when (_abandon.IsCancellationRequested)
        {
            Abandon(batch ?? intake.Take(_options.BatchSize));
        }
        catch (Exception exception)
        {
            LogUnforeseen(exception);
            Drop(batch?.Issues ?? [], DropReason.NotStorable);
        }
    }

    private void Drop(IReadOnlyList<PendingIssue> issues, DropReason reason)
    {
        foreach (var issue in issues)
        {
            var grouping = issue.Newest.Grouping;
            intake.AddDropped(grouping.Shop, grouping.Source, reason, issue.Times.Count, issue.Times.Sorted()[^1].At);
        }
    }

    private void Abandon(PendingBatch batch)
    {
        if (!batch.IsEmpty)
        {
            LogAbandoned(batch.Reports + batch.Dropped.Sum(dropped => dropped.Count), _options.ShutdownTimeout);
        }

        foreach (var waiting in batch.Issues.SelectMany(issue => issue.Waiting))
        {
            waiting.TrySetException(new Storage.StorageException("The host stopped before the report was written.", isTransient: true));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The host stops after waiting {Deadline}; {Count} reports were not written.")]
    private partial void LogAbandoned(long count, TimeSpan deadline);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The writer of the system log met something unforeseen; the batch is counted as dropped.")]
    private partial void LogUnforeseen(Exception exception);
}
