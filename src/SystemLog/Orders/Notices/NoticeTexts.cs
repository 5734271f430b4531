using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SystemLog.Catalogue;

namespace SystemLog.Orders.Notices;

/// <summary>Every text of the mails about a status, in one language. A text missing in a file, or one too many, keeps it from being read.</summary>
internal sealed record NoticeTexts
{
    private const string OtherSubjects = "other";

    private static readonly FrozenDictionary<string, NoticeTexts> s_languages =
        Languages.Complete.Select(Read).ToFrozenDictionary(texts => texts.Language, StringComparer.Ordinal);

    public required string Language { get; init; }

    public required IReadOnlyDictionary<string, string> Subjects { get; init; }

    public required string Subject { get; init; }

    public required string Greeting { get; init; }

    public required string GreetingNobody { get; init; }

    public required string Status { get; init; }

    public required string Happened { get; init; }

    public required string Reason { get; init; }

    public required string Link { get; init; }

    public required string Regards { get; init; }

    public required string ApprovalSubject { get; init; }

    public required string ApprovalStatus { get; init; }

    public required string PlacedBy { get; init; }

    public required string Total { get; init; }

    public required string OpenPanel { get; init; }

    /// <summary>Returns the language that is written where a customer wishes for one: that, or English where there are no texts in it.</summary>
    public static string LanguageOf(string? wanted)
    {
        var known = wanted?.Split('-', '_')[0] switch
        {
            "no" or "nn" => "nb",
            var language => language,
        };
        return known is not null && s_languages.ContainsKey(known) ? known : Languages.English;
    }

    /// <summary>Returns the texts of a language that <see cref="LanguageOf"/> gave.</summary>
    public static NoticeTexts In(string language) => s_languages[LanguageOf(language)];

    /// <summary>Returns the word for a type of subject.</summary>
    public string WordFor(string subjectType) =>
        Subjects.GetValueOrDefault(subjectType) ?? string.Format(CultureInfo.InvariantCulture, Subjects[OtherSubjects], subjectType);

    private static NoticeTexts Read(string language)
    {
        using var file = typeof(NoticeTexts).Assembly.GetManifestResourceStream($"notices.{language}.json")
            ?? throw new InvalidOperationException($"There are no texts in '{language}'.");
        return JsonSerializer.Deserialize(file, NoticeTextsJson.Default.NoticeTexts)!;
    }
}

[JsonSerializable(typeof(NoticeTexts))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
internal sealed partial class NoticeTextsJson : JsonSerializerContext;
