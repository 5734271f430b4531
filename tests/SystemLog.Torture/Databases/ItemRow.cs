using SystemLog.Work;

namespace SystemLog.Torture.Databases;

/// <summary>An item, as it stands in the table.</summary>
internal sealed class ItemRow
{
    public long Id { get; init; }

    public required string Kind { get; init; }

    public required string Key { get; init; }

    public string? OrderKey { get; init; }

    public long State { get; init; }

    public long Attempts { get; init; }

    public string? Reason { get; init; }

    public WorkState Became => (WorkState)State;
}
