namespace SystemLog.AspNetCore.Texts;

/// <summary>The texts of the settings page.</summary>
internal sealed record SettingsTexts
{
    public required string Title { get; init; }

    public required string Heading { get; init; }

    public required string Intro { get; init; }

    public required string MayNotChange { get; init; }

    public required string NoSender { get; init; }

    public required string IsOn { get; init; }

    public required string Day { get; init; }

    public required string EveryDay { get; init; }

    public required string Hour { get; init; }

    public required string TimeZone { get; init; }

    public required string TimeZoneHint { get; init; }

    public required string Recipients { get; init; }

    public required string RecipientsHint { get; init; }

    public required string Language { get; init; }

    public required string AlsoWhenEmpty { get; init; }

    public required string Save { get; init; }

    public required string SavedBy { get; init; }

    public required string NeverSaved { get; init; }

    public required string NextToday { get; init; }

    public required string NextTomorrow { get; init; }

    public required string NextOn { get; init; }

    public required string Off { get; init; }

    public required string Refused { get; init; }

    public required string Conflict { get; init; }

    public required string StandsNow { get; init; }

    public required string When { get; init; }

    public required string On { get; init; }

    public required string No { get; init; }

    public required string Yes { get; init; }

    public required string TryIt { get; init; }

    public required string TryItHint { get; init; }

    public required string Preview { get; init; }

    public required string TestTo { get; init; }

    public required string SendTest { get; init; }

    public required string NoticeSaved { get; init; }

    public required string NoticeTest { get; init; }

    public required string SentHeading { get; init; }

    public required string SentEmpty { get; init; }

    public required string Mail { get; init; }

    public required string Test { get; init; }

    public required string Outcome { get; init; }

    public required string To { get; init; }

    public required string Orders { get; init; }

    public required string NotTakenFor { get; init; }

    public required string SendAgain { get; init; }

    public required string UnknownHint { get; init; }

    public required string PreviewTitle { get; init; }

    public required string PreviewNote { get; init; }

    public required string Subject { get; init; }

    public required string HtmlPart { get; init; }

    public required string TextPart { get; init; }

    public required string Redirected { get; init; }

    /// <summary>Gets how many faults more there are than the page names.</summary>
    public required Plural MoreFaults { get; init; }

    /// <summary>Gets what is wrong with a field.</summary>
    public required IReadOnlyDictionary<string, string> Faults { get; init; }

    /// <summary>Gets what became of a mail, in a few words.</summary>
    public required IReadOnlyDictionary<string, string> States { get; init; }
}
