using SystemLog.Storage;

namespace SystemLog.Issues;

/// <summary>Reads how a shop's issues stand, for those who get told rather than look.</summary>
public interface IIssueSummaries
{
    /// <summary>Returns the summary of a shop. Its numbers are exact, its lists as long as asked for, whatever the number of issues.</summary>
    /// <exception cref="StorageException">The database gave no proper answer.</exception>
    Task<IssueSummary> SummarizeAsync(string shop, SummaryRequest request, CancellationToken cancellationToken = default);
}
