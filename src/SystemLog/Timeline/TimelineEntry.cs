using SystemLog.Issues;
using SystemLog.Subjects;

namespace SystemLog.Timeline;

/// <summary>One thing that happened to a subject. Append-only.</summary>
public sealed record TimelineEntry
{
    /// <summary>Gets the id, unique in the shop.</summary>
    public required string Id { get; init; }

    /// <summary>Gets what it happened to.</summary>
    public required SubjectRef Subject { get; init; }

    /// <summary>Gets when it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets what happened.</summary>
    public required TimelineKind Kind { get; init; }

    /// <summary>Gets who did it.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Gets the issue it belongs to.</summary>
    public Fingerprint? Issue { get; init; }

    /// <summary>Gets what was said or set: a comment, the assignee, the old cause.</summary>
    public string? Text { get; init; }
}
