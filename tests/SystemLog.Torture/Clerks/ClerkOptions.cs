using System.Text.Json;

namespace SystemLog.Torture.Clerks;

/// <summary>What the driver tells a clerk.</summary>
/// <param name="Number">Which clerk it is, from 1.</param>
/// <param name="PostgreSql">The database.</param>
/// <param name="Orders">How many orders there are, numbered from 1.</param>
internal sealed record ClerkOptions(int Number, string PostgreSql, int Orders)
{
    public string ToJson() => JsonSerializer.Serialize(this);

    public static ClerkOptions Parse(string json) => JsonSerializer.Deserialize<ClerkOptions>(json)!;
}
