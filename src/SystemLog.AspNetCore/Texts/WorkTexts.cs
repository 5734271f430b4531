namespace SystemLog.AspNetCore.Texts;

/// <summary>The texts of background work.</summary>
internal sealed record WorkTexts
{
    public required string Title { get; init; }

    public required string Intro { get; init; }

    public required string NotHere { get; init; }

    public required string AllWell { get; init; }

    public required string NothingTitle { get; init; }

    public required string NothingText { get; init; }

    public required string Kind { get; init; }

    public required string NeedsYou { get; init; }

    public required string Nobody { get; init; }

    public required string Running { get; init; }

    public required string Due { get; init; }

    public required string Waiting { get; init; }

    public required string DueSince { get; init; }

    public required string Job { get; init; }

    public required string State { get; init; }

    public required string AllStates { get; init; }

    public required string When { get; init; }

    public required string Attempts { get; init; }

    public required string Reason { get; init; }

    public required string ListEmpty { get; init; }

    public required string Why { get; init; }

    public required string Queued { get; init; }

    public required string MayBegin { get; init; }

    public required string NextTry { get; init; }

    public required string Ended { get; init; }

    public required string InLineWith { get; init; }

    public required string Payload { get; init; }

    public required string PayloadHint { get; init; }

    public required string Result { get; init; }

    public required string Attempt { get; init; }

    public required string Took { get; init; }

    public required string Seconds { get; init; }

    public required string Minutes { get; init; }

    public required string Hours { get; init; }

    public required string RunAgain { get; init; }

    public required string CancelThis { get; init; }

    public required string ConfirmTitle { get; init; }

    public required string ConfirmTwice { get; init; }

    public required string ConfirmLook { get; init; }

    public required string ConfirmButton { get; init; }

    public required string NoticeRunAgain { get; init; }

    public required string NoticeCancelled { get; init; }

    public required string NoticeChanged { get; init; }

    public required Plural FailedCount { get; init; }

    public required Plural UnknownCount { get; init; }

    public required Plural ParkedCount { get; init; }

    public required Plural Stuck { get; init; }

    /// <summary>Gets the states in a word or two; "Due" and "Retrying" are waiting ones.</summary>
    public required IReadOnlyDictionary<string, string> States { get; init; }

    /// <summary>Gets why an item is where it is, in a sentence, by state.</summary>
    public required IReadOnlyDictionary<string, string> Stands { get; init; }

    /// <summary>Gets what came of an attempt, by the word that is stored.</summary>
    public required IReadOnlyDictionary<string, string> Outcomes { get; init; }

    public required IReadOnlyDictionary<string, string> Decisions { get; init; }

    /// <summary>Gets the names of the kinds that SystemLog brings along.</summary>
    public required IReadOnlyDictionary<string, string> Kinds { get; init; }
}
