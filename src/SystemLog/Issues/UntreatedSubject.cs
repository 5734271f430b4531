using SystemLog.Catalogue;
using SystemLog.Subjects;

namespace SystemLog.Issues;

/// <summary>An untreated subject, and the issue for which it has waited longest.</summary>
public sealed record UntreatedSubject
{
    /// <summary>Gets the subject.</summary>
    public required SubjectRef Subject { get; init; }

    /// <summary>Gets since when: the beginning of its oldest open round.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Gets the issue.</summary>
    public required Fingerprint Issue { get; init; }

    /// <summary>Gets the issue's source.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the issue's operation.</summary>
    public required string Operation { get; init; }

    /// <summary>Gets the issue's cause.</summary>
    public required Cause Cause { get; init; }

    /// <summary>Gets the catalogue's rule; null where none matched.</summary>
    public string? Rule { get; init; }

    /// <summary>Gets the values the cause's title mentions.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = Explanation.EmptyValues;
}
