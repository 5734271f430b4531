namespace SystemLog.Orders;

/// <summary>Why there was nothing to change.</summary>
public enum NoChangeReason
{
    /// <summary>The order is there already.</summary>
    AlreadyThere,

    /// <summary>The same command has changed it before.</summary>
    SameCommand,

    /// <summary>The order is in an error: what came in is done when it is back.</summary>
    WaitsForResume,
}
