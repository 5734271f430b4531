using System.Text.Json;

namespace SystemLog.Torture.Nodes;

/// <summary>What the driver tells a node at its start.</summary>
internal sealed record NodeOptions
{
    /// <summary>Gets the number of this start of a process.</summary>
    public required int Number { get; init; }

    public required long Seed { get; init; }

    public required string Ledger { get; init; }

    /// <summary>Gets the connection string of the SQLite file; null where it is PostgreSQL.</summary>
    public string? Sqlite { get; init; }

    public string? PostgreSql { get; init; }

    public Fault Fault { get; init; }

    /// <summary>Gets how far the node's clock is wrong.</summary>
    public TimeSpan Skew { get; init; }

    /// <summary>Gets what the node's work is like.</summary>
    public required WorkLoad Load { get; init; }

    /// <summary>Gets what it queues; null for nothing.</summary>
    public Feed? Feed { get; init; }

    /// <summary>Gets the calendar of what recurs; null where nothing does.</summary>
    public VirtualCalendar? Calendar { get; init; }

    public static NodeOptions Parse(string json) => JsonSerializer.Deserialize<NodeOptions>(json)!;

    public string ToJson() => JsonSerializer.Serialize(this);
}
