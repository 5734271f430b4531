namespace SystemLog.Work;

/// <summary>What a person decided about an item. Values are stored: never renumber.</summary>
public enum WorkDecisionKind
{
    /// <summary>To run it again, from now, with all its attempts.</summary>
    RunAgain = 1,

    /// <summary>To give it up.</summary>
    Cancel = 2,
}
