using System.Text.Json;

namespace SystemLog.Digests;

/// <summary>The payload of a summary mail that is queued.</summary>
internal sealed record DigestOrder
{
    /// <summary>Gets the local date of its period; null for a test.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Gets the time before which it may still be sent by itself; null for a test.</summary>
    public DateTimeOffset? MakeUpBefore { get; init; }

    /// <summary>Gets who gets it as a test; null for one that the schedule sends.</summary>
    public string? TestTo { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, DigestJson.Default.DigestOrder);

    public static DigestOrder Parse(string json) =>
        JsonSerializer.Deserialize(json, DigestJson.Default.DigestOrder) ?? throw new JsonException("The order of a summary mail is empty.");
}
