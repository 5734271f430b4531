using SystemLog.Catalogue;
using SystemLog.Storage;

namespace SystemLog.Issues;

/// <summary>Which issues are wanted. It means the same in memory (<see cref="Matches"/>) and in every storage.</summary>
public sealed record IssueFilter
{
    /// <summary>Gets the state. The default is open; null is any.</summary>
    public IssueState? State { get; init; } = IssueState.Open;

    /// <summary>Gets the source, to the letter.</summary>
    public string? Source { get; init; }

    /// <summary>Gets the operation, to the letter.</summary>
    public string? Operation { get; init; }

    /// <summary>Gets the cause.</summary>
    public Cause? Cause { get; init; }

    /// <summary>Gets the family of the cause.</summary>
    public CauseFamily? Family { get; init; }

    /// <summary>Gets the provider's code, to the letter; the empty text means none.</summary>
    public string? Code { get; init; }

    /// <summary>Gets the subject's number, to the letter.</summary>
    public string? SubjectNumber { get; init; }

    /// <summary>Gets the subject's type.</summary>
    public string? SubjectType { get; init; }

    /// <summary>Gets text that must stand in the description, number, code or correlation id, whatever its case.</summary>
    public string? Text { get; init; }

    /// <summary>Gets the earliest last occurrence.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Gets the time before which the last occurrence lies.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Gets the id of the person it is assigned to.</summary>
    public string? AssignedTo { get; init; }

    /// <summary>Gets whether muted issues are included. The default is no.</summary>
    public bool IncludeMuted { get; init; }

    /// <summary>Returns whether the issue is wanted.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="now">The time that decides whether an issue is still muted.</param>
    public bool Matches(Issue issue, DateTimeOffset now) =>
        (State is null || issue.State == State)
        && (Source is null || issue.Source == Source)
        && (Operation is null || issue.Operation == Operation)
        && (Cause is null || issue.Cause == Cause)
        && (Family is null || CauseFamilies.Of(issue.Cause) == Family)
        && (Code is null || (issue.Code ?? "") == Code)
        && (SubjectNumber is null || issue.Subject.Number == SubjectNumber)
        && (SubjectType is null || issue.Subject.Type == SubjectType)
        && (From is null || issue.LastAt >= From)
        && (Before is null || issue.LastAt < Before)
        && (AssignedTo is null || issue.AssignedTo?.Id == AssignedTo)
        && (IncludeMuted || issue.MutedUntil is null || issue.MutedUntil <= now)
        && (string.IsNullOrWhiteSpace(Text) || SearchText.Of(issue).Contains(SearchText.Fold(Text.Trim()), StringComparison.Ordinal));
}
