using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SystemLog.Catalogue;
using SystemLog.Redaction;

namespace SystemLog.Cli.Explaining;

/// <summary>What one error means, for a person at a terminal.</summary>
internal static class PlainWords
{
    // The provider's words are there to be known again, not to fill the screen.
    private const int LongestWords = 500;

    public static void Explain(ProviderError error, TextWriter output, ErrorCatalogue catalogue, CultureInfo culture)
    {
        var explanation = catalogue.Explain(error);
        var advice = catalogue.Describe(error.Source, explanation.Cause, explanation.Rule, explanation.Values, culture);
        var labels = Labels.In(Languages.Of(culture));

        output.WriteLine(advice.Title);
        output.WriteLine(advice.Text);
        output.WriteLine();
        output.WriteLine($"{labels.WhoMustAct}: {labels.Who[explanation.WhoMustAct]}");
        output.WriteLine($"{labels.Retry}: {(explanation.Retryable ? labels.RetryHelps : labels.RetryDoesNotHelp)}");
        if (explanation.Facts.Code is { } code)
        {
            output.WriteLine($"{labels.Code}: {Redactor.Redact(code)}");
        }

        if (Words(error, explanation) is { Length: > 0 } words)
        {
            output.WriteLine($"{labels.Says}: {words}");
        }

        var rule = explanation.Rule is { } id ? $", {id}" : "";
        output.WriteLine($"{labels.Reading}: {labels.Known[explanation.Match]} ({explanation.Cause}{rule})");
    }

    private static string Words(ProviderError error, Explanation explanation)
    {
        var words = explanation.Facts.Text is { Length: > 0 } read ? read : error.Body ?? "";
        var line = string.Join(' ', Redactor.Redact(words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestWords ? line : string.Concat(line.AsSpan(0, LongestWords), "…");
    }

    /// <summary>The words around an explanation, from Texts/explain.*.json.</summary>
    internal sealed record Labels(
        string WhoMustAct,
        string Retry,
        string RetryHelps,
        string RetryDoesNotHelp,
        string Code,
        string Says,
        string Reading,
        IReadOnlyDictionary<Match, string> Known,
        IReadOnlyDictionary<WhoMustAct, string> Who)
    {
        public static Labels In(string language)
        {
            using var file = typeof(Labels).Assembly.GetManifestResourceStream($"texts/explain.{language}.json")!;
            return JsonSerializer.Deserialize(file, LabelsJson.Default.Labels)!;
        }
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PlainWords.Labels))]
internal sealed partial class LabelsJson : JsonSerializerContext;
