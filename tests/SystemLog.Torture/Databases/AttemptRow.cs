namespace SystemLog.Torture.Databases;

/// <summary>An attempt, as it stands in the table.</summary>
internal sealed class AttemptRow
{
    public const string Lost = "lost";

    public required string Key { get; init; }

    public long Number { get; init; }

    public required string Owner { get; init; }

    public long? EndedAt { get; init; }

    public string? Outcome { get; init; }
}
