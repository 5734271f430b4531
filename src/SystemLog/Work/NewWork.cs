using SystemLog.Subjects;

namespace SystemLog.Work;

/// <summary>Something that must happen once.</summary>
public sealed record NewWork
{
    /// <summary>Gets the shop.</summary>
    public required string Shop { get; init; }

    /// <summary>Gets the kind, which names the handler, such as "summary-mail".</summary>
    public required string Kind { get; init; }

    /// <summary>Gets the key of the intent, unique per shop and kind: the same intent is never queued twice.</summary>
    public required string Key { get; init; }

    /// <summary>Gets what it is about; null where it is about no order.</summary>
    public SubjectRef? Subject { get; init; }

    /// <summary>Gets when it may begin.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>
    /// Gets the key of items that run one after the other, in the order in which they were queued; null where it waits for nothing. On
    /// PostgreSQL, transactions that queue for one order key wait for each other: the order is that of their commits.
    /// </summary>
    public string? OrderKey { get; init; }

    /// <summary>Gets what the handler needs, as JSON.</summary>
    public string Payload { get; init; } = "{}";

    /// <summary>Gets the version of the payload's form, from 1.</summary>
    public int PayloadVersion { get; init; } = 1;
}
