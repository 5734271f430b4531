namespace SystemLog.Torture.Nodes;

/// <summary>A fault planted in a node, to see that the checks catch it.</summary>
internal enum Fault
{
    /// <summary>None.</summary>
    None,

    /// <summary>What an attempt came to is written whether or not its token is the newest.</summary>
    EndWithoutToken,

    /// <summary>An attempt's end is acknowledged first and written later.</summary>
    EndLater,

    /// <summary>Items are claimed for no time at all.</summary>
    LeaseOfNothing,

    /// <summary>Now and then what is queued is acknowledged and dropped.</summary>
    LostEnqueue,

    /// <summary>Items are queued without their order key.</summary>
    NoOrder,

    /// <summary>A handler that must act once does not pass the point of no return.</summary>
    NoPointOfNoReturn,

    /// <summary>The point of no return is passed whether or not the lease is held.</summary>
    PassWithoutLease,

    /// <summary>What is unknown is run again by a machine.</summary>
    UnknownRunAgain,

    /// <summary>The key of a period names the node.</summary>
    KeyPerNode,

    /// <summary>Periods are counted by the node's own clock.</summary>
    LocalClock,
}
