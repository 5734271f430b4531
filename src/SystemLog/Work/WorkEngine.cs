using SystemLog.Storage;

namespace SystemLog.Work;

/// <summary>Queues work that must happen once, and does what is due.</summary>
public sealed class WorkEngine
{
    private readonly IWorkStore _store;
    private readonly Func<IReadOnlyList<KindRunner>> _newRunners;

    internal WorkEngine(IWorkStore store, WorkAttemptRunner attempts, IEnumerable<IWorkHandler> handlers)
    {
        // A new name for every start of a process, so that nobody is taken for the one before.
        var owner = $"{Environment.MachineName}-{Guid.NewGuid():N}";
        _store = store;
        _newRunners = () => [.. handlers.Select(handler => new KindRunner(handler, store, attempts, owner))];
        Runners = _newRunners();
        if (Runners.GroupBy(runner => runner.Kind, StringComparer.Ordinal).FirstOrDefault(same => same.Skip(1).Any()) is { } twice)
        {
            throw new InvalidOperationException($"Two handlers do the kind '{twice.Key}'.");
        }
    }

    /// <summary>Gets the runners of the background service.</summary>
    internal IReadOnlyList<KindRunner> Runners { get; }

    /// <summary>Queues items; one whose key is there already, in whatever state, is passed over. What is due begins at once.</summary>
    /// <returns>How many are new.</returns>
    /// <exception cref="StorageException">The database gave no proper answer; nothing was queued, as far as can be known.</exception>
    public async Task<int> EnqueueAsync(IReadOnlyList<NewWork> work, CancellationToken cancellationToken = default)
    {
        var queued = await _store.EnqueueAsync(work, cancellationToken);
        foreach (var runner in Runners.Where(runner => work.Any(one => one.Kind == runner.Kind)))
        {
            runner.Signal.Set();
        }

        return queued;
    }

    /// <summary>Does everything that is due now, for hosts that run no background services. Ends when nothing is due any more.</summary>
    /// <returns>How many attempts were made.</returns>
    /// <exception cref="StorageException">The database gave no proper answer; what was claimed is tried again when its lease runs out.</exception>
    public async Task<int> RunDueAsync(CancellationToken cancellationToken = default)
    {
        var made = 0;
        foreach (var runner in _newRunners())
        {
            made += await runner.RunDueAsync(cancellationToken);
        }

        return made;
    }
}
