using SystemLog.Storage;

namespace SystemLog.Work;

/// <summary>Reads items of work.</summary>
/// <remarks>Every method throws <see cref="StorageException"/> when the database gives no proper answer.</remarks>
public interface IWorkQueries
{
    /// <summary>Returns an item by the key of its intent; null where it is not there.</summary>
    Task<WorkItem?> FindAsync(string shop, string kind, string key, CancellationToken cancellationToken = default);

    /// <summary>Returns an item of a shop; null where it is not there, or another shop's.</summary>
    Task<WorkItem?> FindAsync(string shop, long id, CancellationToken cancellationToken = default);

    /// <summary>Returns items of a kind, the last queued first.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="filter">Which.</param>
    /// <param name="after">The key of the page; null for the first.</param>
    /// <param name="size">How many at most.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<Page<WorkItem>> ListAsync(string shop, WorkFilter filter, PageKey? after, int size, CancellationToken cancellationToken = default);

    /// <summary>Returns how every kind stands that has items which are not over and done with, in the order of their names.</summary>
    /// <param name="shop">The shop; null for all together.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<IReadOnlyList<WorkKindCounts>> CountAsync(string? shop, CancellationToken cancellationToken = default);

    /// <summary>Returns the attempts at an item, the oldest first.</summary>
    Task<IReadOnlyList<WorkAttempt>> AttemptsAsync(long item, CancellationToken cancellationToken = default);

    /// <summary>Returns what people decided about an item, the oldest first.</summary>
    Task<IReadOnlyList<WorkDecision>> DecisionsAsync(long item, CancellationToken cancellationToken = default);
}
