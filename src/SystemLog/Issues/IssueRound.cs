using SystemLog.Catalogue;
using SystemLog.Subjects;

namespace SystemLog.Issues;

/// <summary>One time an issue was solved: what it had come to, by whom and how.</summary>
public sealed record IssueRound
{
    /// <summary>Gets the id, unique in the shop.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the issue.</summary>
    public required Fingerprint Issue { get; init; }

    /// <summary>Gets the source.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the operation.</summary>
    public required string Operation { get; init; }

    /// <summary>Gets the subject.</summary>
    public required SubjectRef Subject { get; init; }

    /// <summary>Gets the cause at the time.</summary>
    public required Cause Cause { get; init; }

    /// <summary>Gets the catalogue's rule at the time.</summary>
    public string? Rule { get; init; }

    /// <summary>Gets the values the cause's title mentions.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = Explanation.EmptyValues;

    /// <summary>Gets the description at the time.</summary>
    public required string Description { get; init; }

    /// <summary>Gets the number of the round, from 1.</summary>
    public required int Round { get; init; }

    /// <summary>Gets when the round began.</summary>
    public required DateTimeOffset FirstAt { get; init; }

    /// <summary>Gets when it last happened before the solving.</summary>
    public required DateTimeOffset LastAt { get; init; }

    /// <summary>Gets how often it happened in the round.</summary>
    public required long Count { get; init; }

    /// <summary>Gets when it was solved.</summary>
    public required DateTimeOffset SolvedAt { get; init; }

    /// <summary>Gets who solved it.</summary>
    public required Actor SolvedBy { get; init; }

    /// <summary>Gets how it was solved.</summary>
    public required SolvedHow SolvedHow { get; init; }

    /// <summary>Gets what the person wrote.</summary>
    public string? Note { get; init; }

    /// <summary>Gets when a person opened it again; null where nobody did.</summary>
    public DateTimeOffset? ReopenedAt { get; init; }
}
