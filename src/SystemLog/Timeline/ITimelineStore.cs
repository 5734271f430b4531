using SystemLog.Issues;
using SystemLog.Subjects;

namespace SystemLog.Timeline;

/// <summary>Reads what happened. Entries are written by the stores of the features, in the transaction of the change they tell of.</summary>
public interface ITimelineStore
{
    /// <summary>Returns what happened to a subject, newest first, at most <paramref name="limit"/> entries.</summary>
    Task<IReadOnlyList<TimelineEntry>> OfSubjectAsync(string shop, SubjectRef subject, int limit, CancellationToken cancellationToken = default);

    /// <summary>Returns what happened to an issue, newest first, at most <paramref name="limit"/> entries.</summary>
    Task<IReadOnlyList<TimelineEntry>> OfIssueAsync(string shop, Fingerprint issue, int limit, CancellationToken cancellationToken = default);
}
