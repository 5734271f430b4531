namespace SystemLog.Orders.Workflows;

/// <summary>What a transition suggests for the money. Values are stored: never renumber.</summary>
public enum PaymentHint
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Draw the reserved money.</summary>
    Capture = 1,

    /// <summary>Let the reserved money go.</summary>
    CancelAuthorization = 2,

    /// <summary>Pay the money back. Only ever suggested, never asked for by itself.</summary>
    Refund = 3,
}
