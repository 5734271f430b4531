using SystemLog.Subjects;

namespace SystemLog.Work;

/// <summary>An item of work as it is stored.</summary>
public sealed record WorkItem
{
    /// <summary>Gets the id, unique in the database and growing.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the shop.</summary>
    public required string Shop { get; init; }

    /// <summary>Gets the kind.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets the key of the intent.</summary>
    public required string Key { get; init; }

    /// <summary>Gets what it is about.</summary>
    public SubjectRef? Subject { get; init; }

    /// <summary>Gets the state.</summary>
    public required WorkState State { get; init; }

    /// <summary>Gets when it may begin, or try again.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Gets the key of items that run one after the other.</summary>
    public string? OrderKey { get; init; }

    /// <summary>Gets what the handler needs, as JSON.</summary>
    public required string Payload { get; init; }

    /// <summary>Gets the version of the payload's form.</summary>
    public required int PayloadVersion { get; init; }

    /// <summary>Gets how often it was begun.</summary>
    public required int Attempts { get; init; }

    /// <summary>Gets how often it was begun since it was queued or run again: what the retry policy counts.</summary>
    public required int Tries { get; init; }

    /// <summary>Gets why it failed, is unknown or was parked last; null where it never did.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets what the attempt that succeeded had to tell, as JSON; null where it had nothing.</summary>
    public string? Result { get; init; }

    /// <summary>Gets when it was queued.</summary>
    public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>Gets when it ended; null while it has not.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}
