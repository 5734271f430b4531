using SystemLog.Catalogue;
using SystemLog.Subjects;

namespace SystemLog.Issues;

/// <summary>The same error of one subject, however often it happened.</summary>
public sealed record Issue
{
    /// <summary>Gets the id.</summary>
    public required Fingerprint Id { get; init; }

    /// <summary>Gets the raw facts that group its reports.</summary>
    public required GroupingFacts Grouping { get; init; }

    /// <summary>Gets the source.</summary>
    public string Source => Grouping.Source;

    /// <summary>Gets the operation.</summary>
    public string Operation => Grouping.Operation;

    /// <summary>Gets the subject.</summary>
    public SubjectRef Subject => Grouping.Subject;

    /// <summary>Gets the provider's code.</summary>
    public string? Code => Grouping.Code;

    /// <summary>Gets the address of the subject in the host's admin.</summary>
    public string? SubjectLink { get; init; }

    /// <summary>Gets the cause.</summary>
    public required Cause Cause { get; init; }

    /// <summary>Gets the catalogue's rule; null where none matched.</summary>
    public string? Rule { get; init; }

    /// <summary>Gets whether trying again, unchanged, may help.</summary>
    public required bool Retryable { get; init; }

    /// <summary>Gets who can mend it.</summary>
    public required WhoMustAct WhoMustAct { get; init; }

    /// <summary>Gets the values the advice mentions.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = Explanation.EmptyValues;

    /// <summary>Gets the newest occurrence's words in one line, redacted, at most 500 characters.</summary>
    public required string Description { get; init; }

    /// <summary>Gets the newest correlation id.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Gets the shop's amount, where amounts differ.</summary>
    public Money? OrderAmount { get; init; }

    /// <summary>Gets the provider's amount, where amounts differ.</summary>
    public Money? ProviderAmount { get; init; }

    /// <summary>Gets when it first happened, in any round.</summary>
    public required DateTimeOffset FirstAt { get; init; }

    /// <summary>Gets when it last happened.</summary>
    public required DateTimeOffset LastAt { get; init; }

    /// <summary>Gets how often it happened, in all rounds.</summary>
    public required long Count { get; init; }

    /// <summary>Gets whether it needs a hand.</summary>
    public required IssueState State { get; init; }

    /// <summary>Gets the number of the current round, from 1.</summary>
    public required int Round { get; init; }

    /// <summary>Gets when the current round began.</summary>
    public required DateTimeOffset RoundFirstAt { get; init; }

    /// <summary>Gets how often it happened in the current round.</summary>
    public required long RoundCount { get; init; }

    /// <summary>Gets when it was solved; null while open.</summary>
    public DateTimeOffset? SolvedAt { get; init; }

    /// <summary>Gets who solved it.</summary>
    public Actor? SolvedBy { get; init; }

    /// <summary>Gets how it was solved.</summary>
    public SolvedHow? SolvedHow { get; init; }

    /// <summary>Gets whom it is assigned to.</summary>
    public Actor? AssignedTo { get; init; }

    /// <summary>Gets until when it is muted.</summary>
    public DateTimeOffset? MutedUntil { get; init; }

    /// <summary>Gets how often it happened per day of the shop, the last 14 days that had any, oldest first.</summary>
    public IReadOnlyList<DayCount> Days { get; init; } = [];
}
