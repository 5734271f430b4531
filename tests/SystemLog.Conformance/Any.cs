using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Subjects;

namespace SystemLog.Conformance;

/// <summary>Valid, unique test data; a test writes only what matters to it.</summary>
public static class Any
{
    private static int _last = Random.Shared.Next(1_000_000);

    public static DateTimeOffset Monday { get; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public static Actor Clerk { get; } = new("u7", "Kari Nordmann");

    public static int Number() => Interlocked.Increment(ref _last);

    public static string Shop() => $"shop-{Guid.CreateVersion7(Monday):N}";

    public static SubjectRef Order() => SubjectRef.Order($"{Number()}");

    public static Fingerprint Id() => Fingerprint.Parse($"1-{Guid.CreateVersion7(Monday):N}");

    public static DateTimeOffset Minute(int minute) => Monday.AddMinutes(minute);

    public static IssueDelta Delta(string shop, params int[] minutes)
    {
        var times = minutes.Length == 0 ? [Monday] : minutes.Select(Minute).ToArray();
        var subject = Order();
        return new IssueDelta
        {
            Id = Id(),
            Grouping = new() { Shop = shop, Source = Sources.Klarna, Operation = Operations.Capture, Subject = subject, Code = "CAPTURE_NOT_ALLOWED", Status = 403 },
            Explanation = Explanation(Cause.InvalidState),
            Description = "Order is already fully captured",
            Search = SearchText.Of(subject.Number, "CAPTURE_NOT_ALLOWED", null, "Order is already fully captured"),
            Times = [],
            Days = [],
            Samples = [],
        }.At(times);
    }

    /// <summary>The same issue at other times: all that follows from the times is made anew.</summary>
    public static IssueDelta At(this IssueDelta delta, params DateTimeOffset[] times) => delta with
    {
        Times = [.. times.Select(time => new Moment(time.ToUnixTimeMilliseconds(), 1))],
        Days = [.. times.GroupBy(time => DateOnly.FromDateTime(time.UtcDateTime)).Select(day => new DayCount(day.Key, day.Count()))],
        Samples = [.. times.Select(Occurrence)],
    };

    public static IssueDelta At(this IssueDelta delta, params int[] minutes) => delta.At([.. minutes.Select(Minute)]);

    public static IssueDelta Saying(this IssueDelta delta, string description, string? correlationId = null) => delta with
    {
        Description = description,
        CorrelationId = correlationId,
        Search = SearchText.Of(delta.Grouping.Subject.Number, delta.Grouping.Code, correlationId, description),
    };

    public static IssueDelta Of(this IssueDelta delta, SubjectRef subject) => (delta with
    {
        Id = Id(),
        Grouping = delta.Grouping with { Subject = subject },
    }).Saying(delta.Description, delta.CorrelationId);

    public static Explanation Explanation(Cause cause, string? rule = null) => new()
    {
        Cause = cause,
        Family = CauseFamilies.Of(cause),
        Retryable = false,
        WhoMustAct = WhoMustAct.Merchant,
        Match = rule is null ? Match.General : Match.Rule,
        Rule = rule,
    };

    public static Occurrence Occurrence(DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at).ToString("N"),
        At = at,
        Status = 403,
        Code = "CAPTURE_NOT_ALLOWED",
        CorrelationId = $"c-{Number()}",
        ContentType = "application/json",
        Body = """{"error_code":"CAPTURE_NOT_ALLOWED"}""",
        Attempt = 1,
    };

    public static IssueChange.Solve Solve(DateTimeOffset at) => new(Clerk, at, SolvedHow.Manually);

    public static Task RecordAsync(this IIssueStore store, params IssueDelta[] deltas) => store.RecordAsync(new(deltas, [], []));

    public static Task<int> ApplyAsync(this IIssueStore store, IssueDelta delta, IssueChange change) =>
        store.ApplyAsync(delta.Grouping.Shop, new IssueSelection.These([delta.Id]), change);

    public static async Task<Issue> FindAsync(this IIssueQueries queries, IssueDelta delta) =>
        await queries.FindAsync(delta.Grouping.Shop, delta.Id) ?? throw new InvalidOperationException("The issue is not there.");
}
