namespace SystemLog.Orders;

/// <summary>What of a change cannot be undone.</summary>
public enum PreviewFinality
{
    /// <summary>A message that has gone out stays out.</summary>
    MessageGoesOut,

    /// <summary>Money moves.</summary>
    MoneyMoves,

    /// <summary>No transition leads back.</summary>
    NoWayBack,

    /// <summary>The history keeps for ever that the rules were passed by.</summary>
    OverrideIsMarked,
}
