using System.Diagnostics;
using SystemLog.Diagnostics;

namespace SystemLog.Work;

/// <summary>Tells the meter and the activity source of attempts.</summary>
internal static class WorkTelemetry
{
    /// <summary>Begins the activity of an attempt; null where nobody listens.</summary>
    public static Activity? Begin(WorkItem item, DateTimeOffset now)
    {
        SystemLogMetrics.WorkLateness.Record(Math.Max(0, (now - item.DueAt).TotalSeconds), Of(item.Kind));
        return SystemLogActivities.Source.StartActivity("systemlog.work")?
            .SetTag("systemlog.work.kind", item.Kind)
            .SetTag("systemlog.work.id", item.Id)
            .SetTag("systemlog.work.attempt", item.Attempts)
            .SetTag("systemlog.shop", item.Shop);
    }

    /// <summary>Ends the activity and counts the attempt.</summary>
    public static void End(Activity? activity, string kind, WorkEnd end, TimeSpan took)
    {
        SystemLogMetrics.WorkAttempts.Add(1, Of(kind), new("outcome", end.Outcome));
        SystemLogMetrics.WorkDuration.Record(took.TotalSeconds, Of(kind));
        activity?.SetTag("systemlog.work.outcome", end.Outcome);
        if (end.State != WorkState.Succeeded)
        {
            activity?.SetStatus(ActivityStatusCode.Error, end.Outcome);
        }
    }

    /// <summary>Says how every kind stands; one that is not counted has nothing that waits or is stuck.</summary>
    public static void Show(IEnumerable<string> kinds, IReadOnlyList<WorkKindCounts> counts, DateTimeOffset now)
    {
        foreach (var kind in kinds.Union(counts.Select(count => count.Kind), StringComparer.Ordinal))
        {
            var count = counts.FirstOrDefault(count => count.Kind == kind);
            SystemLogMetrics.WorkStuck.Record(count?.Stuck ?? 0, Of(kind));
            SystemLogMetrics.WorkOldestDue.Record(count?.OldestDueAt is { } due ? Math.Max(0, (now - due).TotalSeconds) : 0, Of(kind));
        }
    }

    private static KeyValuePair<string, object?> Of(string kind) => new("kind", kind);
}
