using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProviderSandbox.Wire;

/// <summary>Reads single values leniently: null where the kind is another.</summary>
internal static class JsonReading
{
    public static string? AsText(this JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    public static long? AsInteger(this JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.Number && long.TryParse(node.ToJsonString(), out var number) ? number : null;

    public static decimal? AsDecimal(this JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<decimal>(out var number) ? number : null;
}
