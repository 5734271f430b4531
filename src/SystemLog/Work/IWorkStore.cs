namespace SystemLog.Work;

/// <summary>Keeps items of work. Every method is one transaction and works at READ COMMITTED; lease times are the database's.</summary>
public interface IWorkStore
{
    /// <summary>Queues items. One whose key is there already, in whatever state, is passed over.</summary>
    /// <returns>How many are new.</returns>
    /// <exception cref="Storage.StorageException">The database gave no proper answer.</exception>
    Task<int> EnqueueAsync(IReadOnlyList<NewWork> work, CancellationToken cancellationToken = default);

    /// <summary>
    /// Claims due items of a kind, the longest due first: waiting ones, and running ones whose lease has run out. Of one order key only the
    /// first that has not ended; failed, unknown, parked and cancelled ones have ended. An attempt is begun for each.
    /// </summary>
    /// <exception cref="Storage.StorageException">The database gave no proper answer.</exception>
    Task<IReadOnlyList<ClaimedWork>> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken = default);

    /// <summary>Makes a lease longer, from now.</summary>
    /// <returns>Whether the lease was still held.</returns>
    /// <exception cref="Storage.StorageException">The database gave no proper answer.</exception>
    Task<bool> ExtendAsync(ClaimedWork claimed, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>Writes what came of an attempt.</summary>
    /// <returns>False where the lease has been lost: nothing was written.</returns>
    /// <exception cref="Storage.StorageException">The database gave no proper answer.</exception>
    Task<bool> EndAsync(ClaimedWork claimed, WorkEnd end, CancellationToken cancellationToken = default);

    /// <summary>Returns an item; null where it is not there.</summary>
    /// <exception cref="Storage.StorageException">The database gave no proper answer.</exception>
    Task<WorkItem?> FindAsync(string shop, string kind, string key, CancellationToken cancellationToken = default);

    /// <summary>Returns the attempts at an item, the oldest first.</summary>
    /// <exception cref="Storage.StorageException">The database gave no proper answer.</exception>
    Task<IReadOnlyList<WorkAttempt>> AttemptsAsync(long item, CancellationToken cancellationToken = default);
}
