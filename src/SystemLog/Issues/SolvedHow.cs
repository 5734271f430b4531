namespace SystemLog.Issues;

/// <summary>How an issue came to be solved. Values are stored: never renumber.</summary>
public enum SolvedHow
{
    /// <summary>A person ticked it off.</summary>
    Manually = 1,

    /// <summary>A person ticked off everything of the order or the cause.</summary>
    InBulk = 2,

    /// <summary>The operation succeeded later.</summary>
    BySuccess = 3,
}
