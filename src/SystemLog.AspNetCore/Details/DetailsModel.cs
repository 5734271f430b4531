using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Subjects;
using SystemLog.Timeline;

namespace SystemLog.AspNetCore.Details;

/// <summary>Everything about one issue.</summary>
internal sealed record DetailsModel(Issue Issue, Advice Advice)
{
    public required IReadOnlyList<IssueRound> Rounds { get; init; }

    public required IReadOnlyList<Occurrence> Occurrences { get; init; }

    public required IReadOnlyList<TimelineEntry> Activity { get; init; }

    public required IReadOnlyList<Issue> Others { get; init; }

    public SubjectFacts? Order { get; init; }

    public ProviderPortal? Portal { get; init; }

    public bool SubjectsMissing { get; init; }

    public required ErrorCatalogue Catalogue { get; init; }

    /// <summary>Gets what the person typed when it could not be saved.</summary>
    public string? RefusedComment { get; init; }

    /// <summary>Gets when the page was drawn: solving "all of this order" leaves alone what comes later.</summary>
    public required long AsOf { get; init; }
}
