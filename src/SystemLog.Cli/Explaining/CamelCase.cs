using System.Text.Json;
using System.Text.Json.Serialization;

namespace SystemLog.Cli.Explaining;

/// <summary>Writes a value by its name in camel case.</summary>
internal sealed class CamelCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase)
    where T : struct, Enum;
