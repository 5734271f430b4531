using SystemLog.Catalogue;

namespace SystemLog.Issues;

/// <summary>One cause of untreated subjects, as a merchant tells causes apart: not by the provider's code.</summary>
public sealed record CauseSummary
{
    /// <summary>Gets the source.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the operation.</summary>
    public required string Operation { get; init; }

    /// <summary>Gets the cause.</summary>
    public required Cause Cause { get; init; }

    /// <summary>Gets the catalogue's rule; null where none matched.</summary>
    public string? Rule { get; init; }

    /// <summary>Gets the values the cause's title may mention: those of its issues where all have the same, none otherwise.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = Explanation.EmptyValues;

    /// <summary>Gets how many orders or other subjects are touched. One with several causes counts for each.</summary>
    public required int Subjects { get; init; }

    /// <summary>Gets since when.</summary>
    public required DateTimeOffset Since { get; init; }
}
