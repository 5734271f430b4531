using SystemLog.Issues;
using SystemLog.Timeline;

namespace SystemLog.Benchmarks;

/// <summary>The rows of a batch, laid out once before any clock starts: the hand-written way pays for writing alone.</summary>
internal static class RawRows
{
    public static readonly string[] IssueColumns =
    [
        "shop_id", "fingerprint", "source", "operation", "subject_type", "subject_number", "subject_link", "code", "status", "exception_type",
        "normalized_text", "grouping_key", "cause", "rule", "rule_values", "retryable", "who_must_act", "description", "correlation_id", "search",
        "order_amount", "order_currency", "provider_amount", "provider_currency", "first_at", "last_at", "count", "state", "round",
        "round_first_at", "round_count",
    ];

    public static readonly string[] DayColumns = ["shop_id", "fingerprint", "day", "count"];

    public static readonly string[] OccurrenceColumns =
        ["shop_id", "fingerprint", "occurred_at", "id", "status", "code", "correlation_id", "content_type", "body", "attempt"];

    public static readonly string[] TimelineColumns =
        ["shop_id", "subject_number", "subject_type", "at", "id", "kind", "actor_id", "actor_name", "fingerprint", "text"];

    public static object?[] Issue(IssueDelta delta)
    {
        var (grouping, explanation) = (delta.Grouping, delta.Explanation);
        return
        [
            grouping.Shop, delta.Id.ToString(), grouping.Source, grouping.Operation, grouping.Subject.Type, grouping.Subject.Number,
            delta.SubjectLink, grouping.Code, (long?)grouping.Status, grouping.ExceptionType, grouping.NormalizedText, grouping.Key,
            (long)explanation.Cause, explanation.Rule, null, explanation.Retryable ? 1L : 0L, (long)explanation.WhoMustAct, delta.Description,
            delta.CorrelationId, delta.Search, delta.OrderAmount?.MinorUnits, delta.OrderAmount?.Currency, delta.ProviderAmount?.MinorUnits,
            delta.ProviderAmount?.Currency, delta.Times[0].At, delta.Times[^1].At, delta.Count, 0L, 1L, delta.Times[0].At, delta.Count,
        ];
    }

    public static IEnumerable<object?[]> Days(IssueDelta delta) => delta.Days.Select(day => new object?[]
    {
        delta.Grouping.Shop, delta.Id.ToString(), (long)((day.Day.Year * 10_000) + (day.Day.Month * 100) + day.Day.Day), day.Count,
    });

    public static IEnumerable<object?[]> Occurrences(IssueDelta delta) => delta.Samples.Select(sample => new object?[]
    {
        delta.Grouping.Shop, delta.Id.ToString(), sample.At.ToUnixTimeMilliseconds(), sample.Id, (long?)sample.Status, sample.Code,
        sample.CorrelationId, sample.ContentType, sample.Body, (long?)sample.Attempt,
    });

    public static object?[] Opened(IssueDelta delta) =>
    [
        delta.Grouping.Shop, delta.Grouping.Subject.Number, delta.Grouping.Subject.Type, delta.Times[0].At,
        Guid.CreateVersion7(delta.FirstAt).ToString("N"), (long)TimelineKind.IssueOpened, Actor.System.Id, Actor.System.Name, delta.Id.ToString(), null,
    ];

    public static string List(IEnumerable<string> columns, string prefix = "") => string.Join(", ", columns.Select(column => prefix + column));
}
