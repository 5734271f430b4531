namespace SystemLog.Work;

/// <summary>How many items of a kind are in a state.</summary>
internal sealed class StateRow
{
    public required string Kind { get; init; }

    public long State { get; init; }

    public long IsDue { get; init; }

    public long Items { get; init; }

    public long OldestDueAt { get; init; }

    public static WorkKindCounts Sum(IGrouping<string, StateRow> kind)
    {
        var due = kind.FirstOrDefault(row => row.IsDue == 1);
        return new(kind.Key)
        {
            Waiting = In(kind, WorkState.Waiting) - (int)(due?.Items ?? 0),
            Due = (int)(due?.Items ?? 0),
            Running = In(kind, WorkState.Running),
            Failed = In(kind, WorkState.Failed),
            Unknown = In(kind, WorkState.Unknown),
            Parked = In(kind, WorkState.Parked),
            OldestDueAt = due is null ? null : UnixTime.Of(due.OldestDueAt),
        };
    }

    private static int In(IEnumerable<StateRow> rows, WorkState state) => (int)rows.Where(row => row.State == (long)state).Sum(row => row.Items);
}
