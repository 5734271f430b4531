using SystemLog.Storage;
using SystemLog.Subjects;

namespace SystemLog.Issues;

/// <summary>Reads issues.</summary>
/// <remarks>Every method throws <see cref="StorageException"/> when the database gives no proper answer.</remarks>
public interface IIssueQueries
{
    /// <summary>Returns issues, the newest last occurrence first, each with its last 14 days.</summary>
    Task<Page<Issue>> ListAsync(string shop, IssueFilter filter, PageRequest page, CancellationToken cancellationToken = default);

    /// <summary>Returns the causes of the issues a filter leaves, those touching most subjects first, at most 200.</summary>
    Task<IReadOnlyList<CauseGroup>> GroupByCauseAsync(string shop, IssueFilter filter, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Returns one issue with all its days; null where there is none.</summary>
    Task<Issue?> FindAsync(string shop, Fingerprint id, CancellationToken cancellationToken = default);

    /// <summary>Returns the occurrences whose details are kept, newest first.</summary>
    Task<IReadOnlyList<Occurrence>> OccurrencesAsync(string shop, Fingerprint id, CancellationToken cancellationToken = default);

    /// <summary>Returns the rounds of one issue, newest first.</summary>
    Task<IReadOnlyList<IssueRound>> RoundsAsync(string shop, Fingerprint id, CancellationToken cancellationToken = default);

    /// <summary>Returns solved rounds, newest solving first. Of the filter count source, operation, cause, code, subject and text; its times
    /// are compared with the time of solving.</summary>
    Task<Page<IssueRound>> HistoryAsync(string shop, IssueFilter filter, PageRequest page, CancellationToken cancellationToken = default);

    /// <summary>Returns how many subjects have an open issue that is not muted, counting no further than <paramref name="limit"/>.</summary>
    Task<int> CountUntreatedAsync(string shop, DateTimeOffset now, int limit, CancellationToken cancellationToken = default);

    /// <summary>Returns how many open issues that are not muted each of these subjects has; those without any are left out.</summary>
    Task<IReadOnlyDictionary<SubjectRef, int>> CountUntreatedOfAsync(
        string shop, IReadOnlyCollection<SubjectRef> subjects, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Returns what could only be counted.</summary>
    Task<IReadOnlyList<DroppedReports>> DroppedAsync(string shop, CancellationToken cancellationToken = default);
}
