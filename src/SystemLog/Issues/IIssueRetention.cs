namespace SystemLog.Issues;

/// <summary>Deletes what is kept no longer. Open issues stay, whatever their age.</summary>
public interface IIssueRetention
{
    /// <summary>Deletes old details and old solved issues, some at a time, so that writing is never held up for long.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="detailsBefore">Occurrences that happened before this lose their details.</param>
    /// <param name="solvedBefore">Issues solved before this are deleted with their rounds, days and timeline entries.</param>
    /// <param name="limit">How many occurrences and how many issues at most.</param>
    /// <param name="cancellationToken">Stops before the next statement.</param>
    /// <returns>How many rows of either were deleted; 0 when nothing is left to delete.</returns>
    /// <exception cref="Storage.StorageException">The database gave no proper answer.</exception>
    Task<int> ExpireAsync(
        string shop, DateTimeOffset detailsBefore, DateTimeOffset solvedBefore, int limit, CancellationToken cancellationToken = default);
}
