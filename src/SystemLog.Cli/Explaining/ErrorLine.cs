using System.Text.Json;
using SystemLog.Catalogue;

namespace SystemLog.Cli.Explaining;

/// <summary>Reads one line of a file of errors, as leniently as people write them.</summary>
internal static class ErrorLine
{
    /// <summary>Returns the error and its id; of a line that is no JSON object, the line as the body of an error of nobody known.</summary>
    public static (JsonElement? Id, ProviderError Error) Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement is { ValueKind: JsonValueKind.Object } given)
            {
                return (IdOf(given), ErrorOf(given));
            }
        }
        catch (JsonException)
        {
        }

        return (null, new() { Source = "", Operation = Operations.Other, Body = line });
    }

    private static JsonElement? IdOf(JsonElement given) => Value(given, "id") switch
    {
        { ValueKind: JsonValueKind.String } text => JsonSerializer.SerializeToElement(Unescaped(text), ExplainedJson.Lines.String),
        { } id => id.Clone(),
        null => null,
    };

    private static ProviderError ErrorOf(JsonElement given) => new()
    {
        Source = Text(given, "provider") ?? "",
        Operation = Text(given, "operation") ?? Operations.Other,
        Status = int.TryParse(Text(given, "httpStatus"), out var status) ? status : null,
        ContentType = Text(given, "contentType"),
        Body = Text(given, "body"),
    };

    // A body may stand there as the JSON it is, a status as text.
    private static string? Text(JsonElement given, string name) => Value(given, name) switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.String } text => Unescaped(text),
        { } other => other.GetRawText(),
    };

    // Half a surrogate pair is JSON, but no text.
    private static string Unescaped(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return text.GetRawText();
        }
    }

    private static JsonElement? Value(JsonElement given, string name) => given.TryGetProperty(name, out var value) ? value : null;
}
