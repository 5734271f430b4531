using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SystemLog.AspNetCore.Texts;

/// <summary>Every text of the panel, in one language, read from its JSON file. A text missing in a file, or one too many, keeps it from being read.</summary>
internal sealed record PanelTexts
{
    private static readonly FrozenDictionary<string, PanelTexts> s_languages =
        Catalogue.Languages.Complete.Select(Read).ToFrozenDictionary(texts => texts.Language, StringComparer.Ordinal);

    public required string Language { get; init; }

    public required string SystemLog { get; init; }

    public required string BackToAdmin { get; init; }

    public required string SkipToContent { get; init; }

    public required string ChooseShop { get; init; }

    public required string Overview { get; init; }

    public required string History { get; init; }

    public required string OverviewHeading { get; init; }

    public required string SolvingWarning { get; init; }

    public required string SubjectsMissing { get; init; }

    public required string ViewAs { get; init; }

    public required string ByOrder { get; init; }

    public required string ByCause { get; init; }

    public required string DroppedIntro { get; init; }

    public required string EmptyTitle { get; init; }

    public required string EmptyText { get; init; }

    public required string Watched { get; init; }

    public required string NothingFound { get; init; }

    public required string ClearFilter { get; init; }

    public required string Filter { get; init; }

    public required string Search { get; init; }

    public required string SearchHint { get; init; }

    public required string AllSources { get; init; }

    public required string MoreFilters { get; init; }

    public required string Filtered { get; init; }

    public required string Any { get; init; }

    public required string Apply { get; init; }

    public required string Operation { get; init; }

    public required string Family { get; init; }

    public required string OrderNumber { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public required string SolvedFrom { get; init; }

    public required string AssignedToMe { get; init; }

    public required string ShowMuted { get; init; }

    public required string Source { get; init; }

    public required string Cause { get; init; }

    public required string Description { get; init; }

    public required string Order { get; init; }

    public required string LastOccurrence { get; init; }

    public required string FirstOccurrence { get; init; }

    public required string Times { get; init; }

    public required string Since { get; init; }

    public required string Today { get; init; }

    public required string Actions { get; init; }

    public required string ChooseAll { get; init; }

    public required string SolveChosen { get; init; }

    public required string Solve { get; init; }

    public required string SolveThis { get; init; }

    public required string Details { get; init; }

    public required string Muted { get; init; }

    public required string Pages { get; init; }

    public required string FirstPage { get; init; }

    public required string NextPage { get; init; }

    public required string SolveAllTitle { get; init; }

    public required string SolveAllLater { get; init; }

    public required string Among { get; init; }

    public required string ShowAll { get; init; }

    public required string NoteOptional { get; init; }

    public required string Cancel { get; init; }

    public required string HistoryHeading { get; init; }

    public required string HistoryEmpty { get; init; }

    public required string SolvedBy { get; init; }

    public required string TheSystem { get; init; }

    public required string ReopenedAgain { get; init; }

    public required string Reopen { get; init; }

    public required string WhatToDo { get; init; }

    public required string RetryHelps { get; init; }

    public required string RetryDoesNotHelp { get; init; }

    public required string OpenSubject { get; init; }

    public required string OpenPortal { get; init; }

    public required string SourceSays { get; init; }

    public required string OtherIssues { get; init; }

    public required string Activity { get; init; }

    public required string Comment { get; init; }

    public required string CommentHint { get; init; }

    public required string CommentSave { get; init; }

    public required string CommentRefused { get; init; }

    public required string Facts { get; init; }

    public required string PerDay { get; init; }

    public required string InAll { get; init; }

    public required string Round { get; init; }

    public required string Rounds { get; init; }

    public required string RoundOf { get; init; }

    public required string AssignedTo { get; init; }

    public required string OrderAmount { get; init; }

    public required string ProviderAmount { get; init; }

    public required string Difference { get; init; }

    public required string Code { get; init; }

    public required string Status { get; init; }

    public required string CorrelationId { get; init; }

    public required string Occurrences { get; init; }

    public required string NoBody { get; init; }

    public required string Attempt { get; init; }

    public required string WhyGrouped { get; init; }

    public required string WhyGroupedFacts { get; init; }

    public required string WhyGroupedKey { get; init; }

    public required string Shop { get; init; }

    public required string Subject { get; init; }

    public required string GroupingKey { get; init; }

    public required string ExceptionType { get; init; }

    public required string NormalizedText { get; init; }

    public required string SolveAllOf { get; init; }

    public required string AssignToMe { get; init; }

    public required string AssignToNobody { get; init; }

    public required string GiveBack { get; init; }

    public required string Mute { get; init; }

    public required string Unmute { get; init; }

    public required string MuteExplained { get; init; }

    public required string MuteDay { get; init; }

    public required string MuteWeek { get; init; }

    public required string MuteUntil { get; init; }

    public required string MuteUntilDate { get; init; }

    public required string MutedUntil { get; init; }

    public required string Untreated { get; init; }

    public required string Solved { get; init; }

    public required string NothingUntreated { get; init; }

    public required string Timeline { get; init; }

    public required string NothingYet { get; init; }

    public required string NoFacts { get; init; }

    public required string Customer { get; init; }

    public required string Total { get; init; }

    public required string PlacedAt { get; init; }

    public required string OrderStatus { get; init; }

    public required string PaymentMethod { get; init; }

    public required string Email { get; init; }

    public required string Phone { get; init; }

    public required string CustomerLanguage { get; init; }

    public required string Undo { get; init; }

    public required string NothingToSolve { get; init; }

    public required string NothingChosen { get; init; }

    public required string NoticeAssigned { get; init; }

    public required string NoticeUnassigned { get; init; }

    public required string NoticeMuted { get; init; }

    public required string NoticeUnmuted { get; init; }

    public required string NoticeCommented { get; init; }

    public required string OutageTitle { get; init; }

    public required string OutageWaits { get; init; }

    public required string OutageLasts { get; init; }

    public required string StorageLocked { get; init; }

    public required string StorageStarting { get; init; }

    public required string StorageUnavailable { get; init; }

    public required string QuoteNumber { get; init; }

    public required string TryAgain { get; init; }

    public required string UnassignedIt { get; init; }

    public required string SolvedBySystem { get; init; }

    public required string Keys { get; init; }

    public required string KeyMove { get; init; }

    public required string KeyOpen { get; init; }

    public required string KeyChoose { get; init; }

    public required string KeySolve { get; init; }

    public required string KeySearch { get; init; }

    public required string KeyHelp { get; init; }

    public required string Close { get; init; }

    public required WorkTexts Work { get; init; }

    public required SettingsTexts Settings { get; init; }

    public required OrderTexts Orders { get; init; }

    /// <summary>Gets how a day is written, as .NET's formats write it.</summary>
    public required string DayPattern { get; init; }

    public required string CauseBefore { get; init; }

    public required string JustNow { get; init; }

    public required string MinutesAgo { get; init; }

    public required string HoursAgo { get; init; }

    public required Plural DaysAgo { get; init; }

    public required Plural UntreatedOrders { get; init; }

    public required Plural SolveAll { get; init; }

    public required Plural SolveAllWhat { get; init; }

    public required Plural OnOrders { get; init; }

    public required Plural OccurrencesKept { get; init; }

    public required Plural TimesCount { get; init; }

    public required Plural OpenIssues { get; init; }

    public required Plural NoticeSolved { get; init; }

    public required Plural NoticeReopened { get; init; }

    public required IReadOnlyDictionary<string, string> Who { get; init; }

    public required IReadOnlyDictionary<string, string> WhoShort { get; init; }

    public required IReadOnlyDictionary<string, string> Families { get; init; }

    public required IReadOnlyDictionary<string, string> SolvedHow { get; init; }

    public required IReadOnlyDictionary<string, string> DropReasons { get; init; }

    public required IReadOnlyDictionary<string, string> Happened { get; init; }

    public required IReadOnlyDictionary<string, string> Operations { get; init; }

    public required IReadOnlyDictionary<string, string> SubjectTypes { get; init; }

    /// <summary>Gets the languages there are texts in.</summary>
    public static IReadOnlyCollection<string> Languages => s_languages.Keys;

    /// <summary>Returns the texts of a culture's language; English where there are none.</summary>
    public static PanelTexts In(CultureInfo culture) => s_languages.GetValueOrDefault(LanguageOf(culture)) ?? s_languages["en"];

    /// <summary>Returns whether there are texts in the culture's language.</summary>
    public static bool Has(CultureInfo culture) => s_languages.ContainsKey(LanguageOf(culture));

    /// <summary>Norwegian as browsers name it ("no", "nn") is read in bokmål.</summary>
    private static string LanguageOf(CultureInfo culture) =>
        culture.TwoLetterISOLanguageName is "no" or "nn" ? "nb" : culture.TwoLetterISOLanguageName;

    private static PanelTexts Read(string language)
    {
        using var file = typeof(PanelTexts).Assembly.GetManifestResourceStream($"texts/panel.{language}.json")
            ?? throw new InvalidOperationException($"There are no texts in '{language}'.");
        return JsonSerializer.Deserialize(file, PanelTextsJson.Default.PanelTexts)!;
    }
}

[JsonSerializable(typeof(PanelTexts))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
internal sealed partial class PanelTextsJson : JsonSerializerContext;
