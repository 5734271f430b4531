using Microsoft.Extensions.Logging;
using SystemLog.Storage;

namespace SystemLog.Work;

/// <summary>Makes one attempt at a claimed item: keeps the lease alive, keeps to the time limit, writes what came of it.</summary>
internal sealed partial class WorkAttemptRunner(IWorkStore store, TimeProvider time, ILogger<WorkAttemptRunner> logger)
{
    // The lease is made longer three times over before it runs out, so that one slow answer of the database does no harm.
    private const int SignsOfLifePerLease = 3;

    // A mail whose last byte is on its way is worth waiting for; a host is given thirty seconds to stop, unless it says otherwise.
    private static readonly TimeSpan s_graceBehindReturn = TimeSpan.FromSeconds(10);

    /// <summary>Makes the attempt. Throws nothing but a bug of ours.</summary>
    /// <param name="claimed">The item.</param>
    /// <param name="handler">Who does it.</param>
    /// <param name="stopping">The host stops.</param>
    public async Task RunAsync(ClaimedWork claimed, IWorkHandler handler, CancellationToken stopping)
    {
        var begun = time.GetTimestamp();
        using var activity = WorkTelemetry.Begin(claimed.Item, time.GetUtcNow());
        using var limit = new CancellationTokenSource(handler.Kind.TimeLimit, time);
        using var lost = new CancellationTokenSource();
        using var stopped = new CancellationTokenSource();
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, lost.Token, stopped.Token);
        using var over = new CancellationTokenSource();
        var work = new WorkContext(claimed.Item, token => store.PassPointOfNoReturnAsync(claimed, handler.Kind.Lease, token));
        var holding = HoldAsync(claimed, handler.Kind.Lease, lost, over.Token);
        var stop = StopAsync(work, stopped, stopping, over.Token);

        WorkEnd end;
        try
        {
            // A handler that does not listen is left behind: its lease ends, and whatever it writes later is refused.
            var outcome = await HandleAsync(work, handler, attempt.Token).WaitAsync(attempt.Token);
            end = WorkEnd.Of(outcome, claimed.Item.Tries, handler.Kind.Retry, Random.Shared.NextDouble());
        }
        catch (Exception exception)
        {
            var reason = limit.IsCancellationRequested ? $"It took longer than {handler.Kind.TimeLimit}."
                : stopped.IsCancellationRequested ? "The host stopped."
                : $"{exception.GetType().Name}: {exception.Message}";
            end = WorkEnd.WithoutOutcome(reason, claimed.Item.Tries, handler.Kind.Retry, Random.Shared.NextDouble());
        }

        await over.CancelAsync();
        await Task.WhenAll(holding, stop);
        await EndAsync(claimed, end);
        WorkTelemetry.End(activity, claimed.Item.Kind, end, time.GetElapsedTime(begun));
    }

    private static Task<WorkOutcome> HandleAsync(WorkContext work, IWorkHandler handler, CancellationToken cancellationToken)
    {
        var (item, kind) = (work.Item, handler.Kind);
        if (item.Tries > kind.Retry.Attempts)
        {
            // Only a dead process leaves no end: this item may well be what kills them.
            return Task.FromResult<WorkOutcome>(new WorkOutcome.Failed($"The process died {item.Tries - 1} times over it."));
        }

        if (item.PayloadVersion != kind.PayloadVersion)
        {
            var payload = item.PayloadVersion < kind.PayloadVersion ? handler.Upgrade(item.Payload, item.PayloadVersion) : null;
            if (payload is null)
            {
                return Task.FromResult<WorkOutcome>(
                    new WorkOutcome.Parked($"The payload has version {item.PayloadVersion}, this node takes {kind.PayloadVersion}."));
            }

            work.Upgrade(payload, kind.PayloadVersion);
        }

        return handler.HandleAsync(work, cancellationToken);
    }

    /// <summary>Asks the attempt to stop when the host does: at once before the point of no return, and behind it after a while.</summary>
    private async Task StopAsync(WorkContext work, CancellationTokenSource stopped, CancellationToken stopping, CancellationToken over)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, over);
        await Task.Delay(Timeout.InfiniteTimeSpan, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (work.IsPastReturn && !over.IsCancellationRequested)
        {
            await Task.Delay(s_graceBehindReturn, time, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (!over.IsCancellationRequested)
        {
            await stopped.CancelAsync();
        }
    }

    /// <summary>Makes the lease longer until the attempt is over; where that fails for too long, the item is not ours any more.</summary>
    private async Task HoldAsync(ClaimedWork claimed, TimeSpan lease, CancellationTokenSource lost, CancellationToken over)
    {
        var held = time.GetTimestamp();
        while (true)
        {
            await Task.Delay(lease / SignsOfLifePerLease, time, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (over.IsCancellationRequested)
            {
                return;
            }

            var asked = time.GetTimestamp();
            var still = await TryExtendAsync(claimed, lease, over);
            if (still == false || (still is null && time.GetElapsedTime(held) >= lease))
            {
                await lost.CancelAsync();
                return;
            }

            held = still == true ? asked : held;
        }
    }

    /// <summary>Returns whether the lease is held; null where the database gave no answer.</summary>
    private async Task<bool?> TryExtendAsync(ClaimedWork claimed, TimeSpan lease, CancellationToken cancellationToken)
    {
        try
        {
            return await store.ExtendAsync(claimed, lease, cancellationToken);
        }
        catch (Exception exception) when (exception is StorageException || cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task EndAsync(ClaimedWork claimed, WorkEnd end)
    {
        try
        {
            if (!await store.EndAsync(claimed, end, CancellationToken.None))
            {
                LogLost(claimed.Item.Kind, claimed.Item.Key);
            }
        }
        catch (StorageException exception)
        {
            // The lease runs out, and the item is tried again.
            LogNotWritten(claimed.Item.Kind, claimed.Item.Key, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease of {Kind} {Key} was lost before its end could be written; another node has it.")]
    private partial void LogLost(string kind, string key);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The end of {Kind} {Key} could not be written; it is tried again when its lease runs out.")]
    private partial void LogNotWritten(string kind, string key, Exception exception);
}
