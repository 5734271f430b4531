namespace SystemLog.Issues;

/// <summary>Whether an issue needs a hand. Values are stored: never renumber.</summary>
public enum IssueState
{
    /// <summary>Untreated.</summary>
    Open = 0,

    /// <summary>Marked as solved.</summary>
    Solved = 1,
}
