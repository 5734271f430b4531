using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SystemLog.Catalogue;
using SystemLog.Redaction;

namespace SystemLog.Cli.Explaining;

/// <summary>Errors in, one a line; what they mean out, one a line, in the same order.</summary>
internal static class JsonLines
{
    /// <summary>Explains every line. A line that is no JSON object is itself an error to explain.</summary>
    public static void Explain(TextReader input, TextWriter output, ErrorCatalogue catalogue, CultureInfo culture)
    {
        while (input.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                var (id, error) = ErrorLine.Read(line);
                output.WriteLine(JsonSerializer.Serialize(Of(id, error, catalogue, culture), ExplainedJson.Lines.Explained));
            }
        }
    }

    private static Explained Of(JsonElement? id, ProviderError error, ErrorCatalogue catalogue, CultureInfo culture)
    {
        var explanation = catalogue.Explain(error);
        var advice = catalogue.Describe(error.Source, explanation.Cause, explanation.Rule, explanation.Values, culture);
        return new(
            id,
            explanation.Cause,
            explanation.Retryable,
            explanation.WhoMustAct,
            advice.Title,
            advice.Text,
            explanation.Facts.Code is { } code ? Redactor.Redact(code) : null,
            explanation.Match);
    }

    /// <summary>One line of the answer.</summary>
    internal sealed record Explained(
        JsonElement? Id,
        [property: JsonConverter(typeof(JsonStringEnumConverter<Cause>))] Cause Cause,
        bool Retryable,
        [property: JsonConverter(typeof(CamelCase<WhoMustAct>))] WhoMustAct WhoMustAct,
        string Title,
        string Advice,
        string? Code,
        [property: JsonConverter(typeof(CamelCase<Match>))] Match Matched);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(JsonLines.Explained))]
[JsonSerializable(typeof(string))]
internal sealed partial class ExplainedJson : JsonSerializerContext
{
    // For files and pipes, not for web pages: letters stay letters.
    public static ExplainedJson Lines { get; } = new(new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
