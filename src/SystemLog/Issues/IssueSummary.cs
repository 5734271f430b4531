namespace SystemLog.Issues;

/// <summary>How a shop's issues stand. A subject is untreated while it has an open issue that is not muted.</summary>
public sealed record IssueSummary
{
    /// <summary>Gets how many orders and other subjects are untreated.</summary>
    public required int Untreated { get; init; }

    /// <summary>Gets how many of the untreated became so since the summary before; 0 where there was none.</summary>
    public int New { get; init; }

    /// <summary>Gets the causes touching most subjects, those first.</summary>
    public IReadOnlyList<CauseSummary> Causes { get; init; } = [];

    /// <summary>Gets how many causes there are, listed or not.</summary>
    public int CausesInAll { get; init; }

    /// <summary>Gets the subjects that have been untreated for longest, those first.</summary>
    public IReadOnlyList<UntreatedSubject> Oldest { get; init; } = [];

    /// <summary>Gets how many subjects were solved since the summary before and by a person, at least in part. Like
    /// <see cref="SolvedBySystem"/> it counts only subjects that have no open issue any more; 0 where there was no summary before.</summary>
    public int SolvedByPeople { get; init; }

    /// <summary>Gets how many subjects were solved since the summary before because later tries succeeded, without a person.</summary>
    public int SolvedBySystem { get; init; }

    /// <summary>Gets the people who solved most of these subjects, those first.</summary>
    public IReadOnlyList<Actor> Solvers { get; init; } = [];

    /// <summary>Gets how many people solved any of them, listed or not.</summary>
    public int SolversInAll { get; init; }
}
