namespace SystemLog.Issues;

/// <summary>Why a report was only counted. Values are stored: never renumber.</summary>
public enum DropReason
{
    /// <summary>More different issues waited than <see cref="SystemLogOptions.PendingIssuesLimit"/>.</summary>
    TooManyIssuesWaiting = 1,

    /// <summary>The storage refused it, again and again, alone.</summary>
    NotStorable = 2,
}
