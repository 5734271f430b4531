using System.Text.Json;
using System.Text.Json.Serialization;
using SystemLog.Orders.Workflows;

namespace SystemLog.Orders.Notices;

/// <summary>The payload of a message that is queued: which message it is, and the words that go with it.</summary>
internal sealed record NoticeOrder
{
    public required string Cause { get; init; }

    public required Audience Audience { get; init; }

    public required MessageChannels Channel { get; init; }

    /// <summary>The code of the status it tells of.</summary>
    public required string Status { get; init; }

    /// <summary>The trigger it tells of, where the order kept its status.</summary>
    public string? Trigger { get; init; }

    /// <summary>The reason, where it is told.</summary>
    public string? Reason { get; init; }

    public string? Note { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, NoticeOrderJson.Default.NoticeOrder);

    public static NoticeOrder Parse(string json) =>
        JsonSerializer.Deserialize(json, NoticeOrderJson.Default.NoticeOrder) ?? throw new JsonException("The order of a status message is empty.");
}

[JsonSerializable(typeof(NoticeOrder))]
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
internal sealed partial class NoticeOrderJson : JsonSerializerContext;
