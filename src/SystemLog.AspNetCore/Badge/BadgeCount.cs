using System.Text.Json.Serialization;

namespace SystemLog.AspNetCore.Badge;

/// <summary>What the badge shows.</summary>
/// <param name="Untreated">How many orders are untreated, at most 1,000.</param>
/// <param name="Text">The number as shown, "999+" at the limit.</param>
/// <param name="Label">The number in a sentence, for a screen reader.</param>
internal sealed record BadgeCount(int Untreated, string Text, string Label);

[JsonSerializable(typeof(BadgeCount))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class BadgeJson : JsonSerializerContext;
