namespace SystemLog.Issues;

/// <summary>What a summary is to tell of.</summary>
/// <param name="Now">The time it is of: it decides what is muted, and nothing solved from then on is told.</param>
/// <param name="Since">The time of the summary before it, from which on what is new and what was solved is told; null where there was none.</param>
public sealed record SummaryRequest(DateTimeOffset Now, DateTimeOffset? Since)
{
    /// <summary>Gets how many causes are listed at most. The default is 20.</summary>
    public int Causes { get; init; } = 20;

    /// <summary>Gets how many of the oldest untreated subjects are listed at most. The default is 5.</summary>
    public int Oldest { get; init; } = 5;

    /// <summary>Gets how many of those who solved are listed at most. The default is 5.</summary>
    public int Solvers { get; init; } = 5;
}
