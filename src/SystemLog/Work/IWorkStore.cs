using System.Data.Common;
using SystemLog.Storage;

namespace SystemLog.Work;

/// <summary>Keeps items of work. Every method is one transaction and works at READ COMMITTED; lease times are the database's.</summary>
/// <remarks>Every method throws <see cref="StorageException"/> when the database gives no proper answer.</remarks>
public interface IWorkStore
{
    /// <summary>Queues items. One whose key is there already, in whatever state, is passed over.</summary>
    /// <param name="work">The items.</param>
    /// <param name="cause">What is written in the same transaction, before them, on the connection that it is given; null where nothing is.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>How many are new.</returns>
    Task<int> EnqueueAsync(IReadOnlyList<NewWork> work, Func<DbConnection, Task>? cause = null, CancellationToken cancellationToken = default);

    /// <summary>Queues items in the transaction that is open on a connection of the host to the same database.</summary>
    /// <exception cref="ArgumentException">The connection is not one that this storage can write through.</exception>
    Task<int> EnqueueAsync(IReadOnlyList<NewWork> work, DbConnection connection, CancellationToken cancellationToken = default);

    /// <summary>
    /// Claims due items of a kind, the longest due first: waiting ones, and running ones whose lease has run out before their point of no
    /// return; those behind it become unknown. Of one order key only the first that has not ended; failed, unknown, parked and cancelled ones
    /// have ended. An attempt is begun for each.
    /// </summary>
    Task<IReadOnlyList<ClaimedWork>> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken = default);

    /// <summary>Makes a lease longer, from now.</summary>
    /// <returns>Whether the lease was still held.</returns>
    Task<bool> ExtendAsync(ClaimedWork claimed, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>Writes down that what cannot be taken back begins now, and makes the lease longer.</summary>
    /// <returns>Whether the lease was still held.</returns>
    Task<bool> PassPointOfNoReturnAsync(ClaimedWork claimed, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>Writes what came of an attempt.</summary>
    /// <returns>False where the lease has been lost: nothing was written.</returns>
    Task<bool> EndAsync(ClaimedWork claimed, WorkEnd end, CancellationToken cancellationToken = default);

    /// <summary>Runs an item again that has failed, is unknown, parked or cancelled: now, with all its attempts.</summary>
    /// <returns>Whether it was in one of those states.</returns>
    Task<bool> RunAgainAsync(string shop, long id, Actor actor, CancellationToken cancellationToken = default);

    /// <summary>Gives up an item that waits, has failed, is unknown or parked.</summary>
    /// <returns>Whether it was in one of those states.</returns>
    Task<bool> CancelAsync(string shop, long id, Actor actor, CancellationToken cancellationToken = default);

    /// <summary>Returns the time by the database's clock.</summary>
    Task<DateTimeOffset> NowAsync(CancellationToken cancellationToken = default);
}
