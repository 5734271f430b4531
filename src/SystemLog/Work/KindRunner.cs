namespace SystemLog.Work;

/// <summary>Claims and does the work of one kind, as much at once as its limit allows.</summary>
internal sealed class KindRunner(IWorkHandler handler, IWorkStore store, WorkAttemptRunner attempts, string owner)
{
    private readonly List<Task> _running = [];

    /// <summary>Gets what wakes it before its time.</summary>
    public WorkSignal Signal { get; } = new();

    /// <summary>Gets the kind.</summary>
    public WorkKind Kind => handler.Kind;

    /// <summary>Claims what is due and there is room for, and begins it.</summary>
    /// <returns>How many attempts were begun.</returns>
    public async Task<int> BeginDueAsync(CancellationToken cancellationToken)
    {
        Signal.Take();
        _running.RemoveAll(attempt => attempt.IsCompleted);
        var room = Kind.AtOnce - _running.Count;
        if (room <= 0)
        {
            return 0;
        }

        var claimed = await store.ClaimAsync(new(Kind.Name, owner, Kind.Lease, room), cancellationToken);
        foreach (var one in claimed)
        {
            // Not on this thread: a handler may compute for long before it first waits.
            _running.Add(Task.Run(() => attempts.RunAsync(one, handler, cancellationToken), CancellationToken.None));
        }

        return claimed.Count;
    }

    /// <summary>Does everything that is due, and returns how many attempts that took.</summary>
    public async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        var made = 0;
        do
        {
            made += await BeginDueAsync(cancellationToken);
            if (_running.Count > 0)
            {
                // What has ended has made room, and may have let the next of its order key begin.
                await Task.WhenAny(_running);
            }
        }
        while (_running.Count > 0 && !cancellationToken.IsCancellationRequested);

        await Task.WhenAll(_running);
        return made;
    }

    /// <summary>Waits until there may be something to begin: an attempt has ended, work was queued here, or others may have queued some.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        await Task.WhenAny([.. _running, Signal.WaitAsync(atMost, time, cancellationToken)]);
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Waits for what is running.</summary>
    public Task DrainAsync() => Task.WhenAll(_running);
}
