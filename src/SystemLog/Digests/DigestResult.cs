using System.Text.Json;

namespace SystemLog.Digests;

/// <summary>What there is to tell of a summary mail that is done with.</summary>
/// <param name="End">How it came out.</param>
public sealed record DigestResult(DigestEnd End)
{
    /// <summary>Gets how many orders it named as untreated.</summary>
    public int Orders { get; init; }

    /// <summary>Gets who got it, as far as the mail server knows.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Gets those the mail server refused.</summary>
    public IReadOnlyList<string> Refused { get; init; } = [];

    internal string ToJson() => JsonSerializer.Serialize(this, DigestJson.Default.DigestResult);

    internal static DigestResult? Parse(string? json) => json is null ? null : JsonSerializer.Deserialize(json, DigestJson.Default.DigestResult);
}
