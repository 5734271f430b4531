namespace SystemLog.Work;

/// <summary>Work that comes round by a schedule. Asked every half minute on every node that does work.</summary>
public interface IRecurringWork
{
    /// <summary>Returns what is due. What is queued already may be among it: its key keeps it from being queued twice, whatever a node's clock
    /// says, so the key of a period is its local date.</summary>
    /// <param name="now">The time by the database's clock, which all nodes share.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task<IReadOnlyList<NewWork>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken = default);
}
