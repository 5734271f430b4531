namespace SystemLog.Timeline;

/// <summary>What happened. Values are stored: never renumber.</summary>
public enum TimelineKind
{
    /// <summary>An issue occurred for the first time.</summary>
    IssueOpened = 1,

    /// <summary>A solved issue happened again: a new round.</summary>
    IssueHappenedAgain = 2,

    /// <summary>An issue was solved.</summary>
    IssueSolved = 3,

    /// <summary>A person opened a solved issue again.</summary>
    IssueReopened = 4,

    /// <summary>An issue was given to somebody, or to nobody.</summary>
    IssueAssigned = 5,

    /// <summary>An issue was muted until a time.</summary>
    IssueMuted = 6,

    /// <summary>A muted issue was brought back.</summary>
    IssueUnmuted = 7,

    /// <summary>Somebody wrote a comment.</summary>
    IssueCommented = 8,

    /// <summary>Better rules gave an issue another cause.</summary>
    IssueCauseChanged = 9,

    /// <summary>Somebody noted something on an order.</summary>
    OrderNoted = 10,

    /// <summary>The goods left the house; the text has the carrier and the tracking number.</summary>
    OrderHandedOver = 11,

    /// <summary>The messages of an order were turned on.</summary>
    OrderMessagesOn = 12,

    /// <summary>The messages of an order were turned off.</summary>
    OrderMessagesOff = 13,
}
