namespace SystemLog.Issues;

/// <summary>Writes issues. Every method is one transaction and works at READ COMMITTED.</summary>
public interface IIssueStore
{
    /// <summary>
    /// Adds a batch: issues are made or counted up, an occurrence that happened after the solving opens a new round, days, newest
    /// occurrences and the timeline are written along.
    /// </summary>
    /// <exception cref="Storage.StorageException">The database gave no proper answer; nothing was written, as far as can be known.</exception>
    Task RecordAsync(IssueBatch batch, CancellationToken cancellationToken = default);

    /// <summary>Applies what a person does, with the timeline entry that tells of it.</summary>
    /// <returns>How many issues changed; those already as wanted do not count.</returns>
    /// <exception cref="Storage.StorageException">The database gave no proper answer.</exception>
    Task<int> ApplyAsync(string shop, IssueSelection selection, IssueChange change, CancellationToken cancellationToken = default);
}
