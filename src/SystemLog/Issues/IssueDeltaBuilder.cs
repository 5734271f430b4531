using SystemLog.Catalogue;
using SystemLog.Diagnostics;
using SystemLog.Redaction;
using SystemLog.Subjects;

namespace SystemLog.Issues;

/// <summary>Makes what is stored out of what waited: explained by the catalogue, redacted, bounded. Runs on the writer.</summary>
internal sealed class IssueDeltaBuilder(ErrorCatalogue catalogue, ShopDirectory shops)
{
    private const int MaxDescriptionLength = 500;
    private const int MaxBodyBytes = 16 * 1024;
    private const int MaxLinkLength = 2_000;
    private const int MaxCorrelationIdLength = 200;

    /// <summary>Builds the delta of one issue.</summary>
    public IssueDelta Build(PendingIssue pending)
    {
        var read = pending.Newest;
        var report = pending.NewestReport;
        var grouping = CleanGrouping(read.Grouping);
        var description = Describe(read, grouping);
        var correlationId = CorrelationId(read);
        var times = pending.Times.Sorted();
        var explanation = catalogue.Explain(read.Error, read.Facts);
        Count(grouping.Source, explanation.Match, times);
        return new()
        {
            Id = read.Id,
            Grouping = grouping,
            Explanation = explanation,
            Catalogue = catalogue.Version,
            Description = description,
            Search = SearchText.Of(grouping.Subject.Number, grouping.Code, correlationId, description),
            SubjectLink = report.SubjectLink is { } link ? StorableText.Cut(StorableText.Of(link), MaxLinkLength) : null,
            CorrelationId = correlationId,
            OrderAmount = report.OrderAmount,
            ProviderAmount = report.ProviderAmount,
            Times = times,
            Days = Days(times, shops.Get(grouping.Shop).TimeZone),
            Samples = Samples(pending),
        };
    }

    private static void Count(string source, Match match, IReadOnlyList<Moment> times)
    {
        if (SystemLogMetrics.ErrorsExplained.Enabled)
        {
            SystemLogMetrics.ErrorsExplained.Add(
                times.Sum(moment => moment.Count), new("source", source), new("match", match switch { Match.Rule => "rule", Match.General => "general", _ => "none" }));
        }
    }

    /// <summary>What made the fingerprint was raw; what is kept to explain it is not.</summary>
    private static GroupingFacts CleanGrouping(GroupingFacts facts) => facts with
    {
        Code = CleanOrNull(facts.Code),
        Key = CleanOrNull(facts.Key),
        NormalizedText = CleanOrNull(facts.NormalizedText),
    };

    private static string Describe(ReadReport read, GroupingFacts grouping)
    {
        // A little more than is shown, so that a secret at the end is still known as one.
        var beginning = StorableText.Cut(read.Words, 2 * MaxDescriptionLength);
        var words = Clean(string.Join(' ', beginning.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return StorableText.Cut(words.Length > 0 ? words : Bare(grouping), MaxDescriptionLength);
    }

    // A provider without words: "HTTP 500 · 1000".
    private static string Bare(GroupingFacts facts)
    {
        var status = facts.Status is { } number ? $"HTTP {number}" : null;
        var parts = new[] { status, facts.Code }.Where(part => part is not null).DefaultIfEmpty(facts.Operation);
        return string.Join(" · ", parts);
    }

    private static List<Occurrence> Samples(PendingIssue pending)
    {
        var samples = new List<Occurrence>();
        string? raw = null;
        string? redacted = null;
        foreach (var (read, queued) in pending.Samples)
        {
            var body = BodyOf(queued.Report);
            if (!string.Equals(body, raw, StringComparison.Ordinal))
            {
                raw = body;
                redacted = body is null ? null : StorableText.CutBytes(Clean(body), MaxBodyBytes);
            }

            var at = DateTimeOffset.FromUnixTimeMilliseconds(queued.At);
            samples.Add(new()
            {
                Id = Guid.CreateVersion7(at).ToString("N"),
                At = at,
                Status = read.Grouping.Status,
                Code = CleanOrNull(read.Grouping.Code),
                CorrelationId = CorrelationId(read),
                ContentType = read.Error.ContentType is { } type ? StorableText.Cut(StorableText.Of(type), 100) : null,
                Body = redacted,
                Attempt = queued.Report.Attempt,
            });
        }

        return samples;
    }

    // ToString of an exception may be the host's own code, and throw.
    private static string? BodyOf(in ErrorReport report)
    {
        if (report.Answer?.Body is { } body)
        {
            return body;
        }

        try
        {
            return report.Exception?.ToString() ?? report.Text;
        }
        catch (Exception)
        {
            return report.Exception!.GetType().FullName;
        }
    }

    private static string? CorrelationId(ReadReport read) =>
        (read.Facts.CorrelationId ?? read.Error.CorrelationId) is { } id ? StorableText.Cut(Clean(id), MaxCorrelationIdLength) : null;

    private static string? CleanOrNull(string? text) => text is null ? null : Clean(text);

    private static string Clean(string text) => Redactor.Redact(StorableText.Of(text));

    private static List<DayCount> Days(IReadOnlyList<Moment> times, TimeZoneInfo zone)
    {
        var days = new List<DayCount>(1);
        foreach (var (at, count) in times)
        {
            var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(at), zone).DateTime);
            if (days.Count > 0 && days[^1].Day == day)
            {
                days[^1] = days[^1] with { Count = days[^1].Count + count };
            }
            else
            {
                days.Add(new(day, count));
            }
        }

        return days;
    }
}
