namespace SystemLog.Work;

/// <summary>How one kind of work stands. What has succeeded or was cancelled is not counted.</summary>
/// <param name="Kind">The kind.</param>
public sealed record WorkKindCounts(string Kind)
{
    /// <summary>Gets how many items wait for their time.</summary>
    public int Waiting { get; init; }

    /// <summary>Gets how many could begin now.</summary>
    public int Due { get; init; }

    /// <summary>Gets how many are being done.</summary>
    public int Running { get; init; }

    /// <summary>Gets how many have failed.</summary>
    public int Failed { get; init; }

    /// <summary>Gets how many may or may not have been done.</summary>
    public int Unknown { get; init; }

    /// <summary>Gets how many nobody knows how to do.</summary>
    public int Parked { get; init; }

    /// <summary>Gets since when the oldest of those that are due could have begun; null where none is due.</summary>
    public DateTimeOffset? OldestDueAt { get; init; }

    /// <summary>Gets how many need a person.</summary>
    public int Stuck => Failed + Unknown + Parked;
}
