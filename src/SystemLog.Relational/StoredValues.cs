using System.Text.Json;
using System.Text.Json.Serialization;
using SystemLog.Catalogue;

namespace SystemLog;

/// <summary>The values an advice mentions, as they are stored: a JSON object, or null where there are none.</summary>
internal static partial class StoredValues
{
    /// <summary>Returns the text the values are stored as.</summary>
    public static string? Of(IReadOnlyDictionary<string, string> values) =>
        values.Count == 0 ? null : JsonSerializer.Serialize(values, Json.Default.IReadOnlyDictionaryStringString);

    /// <summary>Returns the values of a stored text.</summary>
    public static IReadOnlyDictionary<string, string> Read(string? text) =>
        text is null ? Explanation.EmptyValues : JsonSerializer.Deserialize(text, Json.Default.DictionaryStringString) ?? Explanation.EmptyValues;

    [JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
    [JsonSerializable(typeof(Dictionary<string, string>))]
    private sealed partial class Json : JsonSerializerContext;
}
