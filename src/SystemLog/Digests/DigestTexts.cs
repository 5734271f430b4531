using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SystemLog.Catalogue;

namespace SystemLog.Digests;

/// <summary>Every text of the summary mail, in one language, read from its JSON file. A text missing in a file, or one too many, keeps it from being read.</summary>
internal sealed record DigestTexts
{
    private static readonly FrozenDictionary<string, DigestTexts> s_languages =
        Languages.Complete.Select(Read).ToFrozenDictionary(texts => texts.Language, StringComparer.Ordinal);

    public required string Language { get; init; }

    /// <summary>Gets how a day is written, as .NET's formats write it.</summary>
    public required string DayPattern { get; init; }

    public required string DayYearPattern { get; init; }

    public required string LongDayPattern { get; init; }

    public required string TimePattern { get; init; }

    public required string DayAndTime { get; init; }

    public required Plural OrdersTitle { get; init; }

    public required string NothingTitle { get; init; }

    public required string NothingText { get; init; }

    public required string NewSince { get; init; }

    public required string OpenPanel { get; init; }

    public required string CausesHeading { get; init; }

    public required Plural Orders { get; init; }

    public required string Since { get; init; }

    public required Plural MoreCauses { get; init; }

    public required string CountedForEach { get; init; }

    public required string OldestHeading { get; init; }

    public required string SolvedHeading { get; init; }

    public required Plural SolvedByPeople { get; init; }

    public required Plural SolvedBySystem { get; init; }

    public required string NothingSolved { get; init; }

    public required string And { get; init; }

    public required Plural MorePeople { get; init; }

    public required string DroppedHeading { get; init; }

    public required string DroppedText { get; init; }

    public required string DroppedOf { get; init; }

    public required string Why { get; init; }

    public required string Change { get; init; }

    public required string Settings { get; init; }

    public required IReadOnlyDictionary<string, string> Operations { get; init; }

    public required IReadOnlyDictionary<string, string> SubjectTypes { get; init; }

    /// <summary>Returns the texts of a culture's language; English where there are none.</summary>
    public static DigestTexts In(CultureInfo culture) =>
        s_languages.GetValueOrDefault(Languages.Of(culture)) ?? s_languages[Languages.English];

    private static DigestTexts Read(string language)
    {
        using var file = typeof(DigestTexts).Assembly.GetManifestResourceStream($"digest.{language}.json")
            ?? throw new InvalidOperationException($"There are no texts in '{language}'.");
        return JsonSerializer.Deserialize(file, DigestTextsJson.Default.DigestTexts)!;
    }
}

[JsonSerializable(typeof(DigestTexts))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
internal sealed partial class DigestTextsJson : JsonSerializerContext;
