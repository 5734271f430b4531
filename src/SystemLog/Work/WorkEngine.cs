using System.Data.Common;
using SystemLog.Storage;

namespace SystemLog.Work;

/// <summary>Queues work that must happen once, and does what is due.</summary>
public sealed class WorkEngine
{
    private readonly IWorkStore _store;
    private readonly IReadOnlyList<IRecurringWork> _recurring;
    private readonly Func<IReadOnlyList<KindRunner>> _newRunners;

    internal WorkEngine(IWorkStore store, WorkAttemptRunner attempts, IEnumerable<IWorkHandler> handlers, IEnumerable<IRecurringWork> recurring)
    {
        // A new name for every start of a process, so that nobody is taken for the one before.
        var owner = $"{Environment.MachineName}-{Guid.NewGuid():N}";
        _store = store;
        _recurring = [.. recurring];
        _newRunners = () => [.. handlers.Select(handler => new KindRunner(handler, store, attempts, owner))];
        Runners = _newRunners();
        if (Runners.GroupBy(runner => runner.Kind.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Skip(1).Any()) is { } twice)
        {
            throw new InvalidOperationException($"Two handlers do the kind '{twice.Key}'.");
        }
    }

    /// <summary>Gets the kinds that this host has handlers for.</summary>
    public IReadOnlyList<WorkKind> Kinds => [.. Runners.Select(runner => runner.Kind)];

    /// <summary>Gets the runners of the background service.</summary>
    internal IReadOnlyList<KindRunner> Runners { get; }

    /// <summary>Queues items; one whose key is there already, in whatever state, is passed over. What is due begins at once.</summary>
    /// <returns>How many are new.</returns>
    /// <exception cref="StorageException">The database gave no proper answer; nothing was queued, as far as can be known.</exception>
    public Task<int> EnqueueAsync(IReadOnlyList<NewWork> work, CancellationToken cancellationToken = default) =>
        EnqueueAsync(work, _ => Task.CompletedTask, cancellationToken);

    /// <summary>Queues items together with what causes them: both are written in one transaction of SystemLog's database, or neither.</summary>
    /// <param name="work">The items.</param>
    /// <param name="cause">Writes the cause on the connection that it is given, and neither commits nor closes it.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>How many are new.</returns>
    /// <exception cref="StorageException">The database gave no proper answer; nothing was written, as far as can be known.</exception>
    public async Task<int> EnqueueAsync(IReadOnlyList<NewWork> work, Func<DbConnection, Task> cause, CancellationToken cancellationToken = default)
    {
        var queued = await _store.EnqueueAsync(work, cause, cancellationToken);
        foreach (var kind in work.Select(one => one.Kind).Distinct(StringComparer.Ordinal))
        {
            Wake(kind);
        }

        return queued;
    }

    /// <summary>
    /// Queues items in the transaction that the host has open on its own connection to the same PostgreSQL database: they are there when it
    /// commits, which wakes the nodes, and not when it rolls back. An SQLite file has one writer: there
    /// <see cref="EnqueueAsync(IReadOnlyList{NewWork}, Func{DbConnection, Task}, CancellationToken)"/> does it.
    /// </summary>
    /// <returns>How many are new.</returns>
    /// <exception cref="ArgumentException">The connection is not one that the storage can write through.</exception>
    /// <exception cref="StorageException">The database gave no proper answer.</exception>
    public Task<int> EnqueueAsync(IReadOnlyList<NewWork> work, DbConnection connection, CancellationToken cancellationToken = default) =>
        _store.EnqueueAsync(work, connection, cancellationToken);

    /// <summary>Tells this node that there may be work of a kind, so that it looks at once. A hint: it looks every few seconds anyway.</summary>
    public void Wake(string kind) => Runners.FirstOrDefault(runner => runner.Kind.Name == kind)?.Signal.Set();

    /// <summary>Runs an item again that has failed, is unknown, parked or cancelled: now, with all its attempts. Whoever does this to an unknown
    /// one decides that it may happen twice.</summary>
    /// <returns>Whether it was in one of those states.</returns>
    /// <exception cref="StorageException">The database gave no proper answer.</exception>
    public async Task<bool> RunAgainAsync(WorkItem item, Actor actor, CancellationToken cancellationToken = default)
    {
        var changed = await _store.RunAgainAsync(item.Shop, item.Id, actor, cancellationToken);
        Wake(item.Kind);
        return changed;
    }

    /// <summary>Gives up an item that waits, has failed, is unknown or parked. One that is being done cannot be cancelled.</summary>
    /// <returns>Whether it was in one of those states.</returns>
    /// <exception cref="StorageException">The database gave no proper answer.</exception>
    public Task<bool> CancelAsync(WorkItem item, Actor actor, CancellationToken cancellationToken = default) =>
        _store.CancelAsync(item.Shop, item.Id, actor, cancellationToken);

    /// <summary>Queues what schedules have made due and does everything that is due now, for hosts that run no background services. Ends when
    /// nothing is due any more.</summary>
    /// <returns>How many attempts were made.</returns>
    /// <exception cref="StorageException">The database gave no proper answer; what was claimed is tried again when its lease runs out.</exception>
    public async Task<int> RunDueAsync(CancellationToken cancellationToken = default)
    {
        await QueueRecurringAsync(cancellationToken);
        var runners = _newRunners();
        var (made, before) = (0, -1);

        // What is done may make something else due, of a kind that has had its turn.
        while (made != before)
        {
            before = made;
            foreach (var runner in runners)
            {
                made += await runner.RunDueAsync(cancellationToken);
            }
        }

        return made;
    }

    /// <summary>Queues what schedules have made due.</summary>
    internal async Task QueueRecurringAsync(CancellationToken cancellationToken)
    {
        if (_recurring.Count == 0)
        {
            return;
        }

        var now = await _store.NowAsync(cancellationToken);
        foreach (var recurring in _recurring)
        {
            if (await recurring.DueAsync(now, cancellationToken) is { Count: > 0 } due)
            {
                await EnqueueAsync(due, cancellationToken);
            }
        }
    }
}
