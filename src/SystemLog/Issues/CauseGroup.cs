using SystemLog.Catalogue;

namespace SystemLog.Issues;

/// <summary>One cause across orders.</summary>
public sealed record CauseGroup
{
    /// <summary>Gets what the issues have in common.</summary>
    public required CauseKey Key { get; init; }

    /// <summary>Gets the catalogue's rule of one of them.</summary>
    public string? Rule { get; init; }

    /// <summary>Gets the values of one of them.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = Explanation.EmptyValues;

    /// <summary>Gets the words of one of them, redacted, at most 500 characters.</summary>
    public required string Description { get; init; }

    /// <summary>Gets how many orders or other subjects are touched.</summary>
    public required int Subjects { get; init; }

    /// <summary>Gets how many issues there are.</summary>
    public required int Issues { get; init; }

    /// <summary>Gets how often it happened in the current rounds.</summary>
    public required long Count { get; init; }

    /// <summary>Gets since when.</summary>
    public required DateTimeOffset FirstAt { get; init; }

    /// <summary>Gets when it last happened.</summary>
    public required DateTimeOffset LastAt { get; init; }
}
