namespace SystemLog.Orders.Notices;

/// <summary>Why nobody is told. Values are stored: never renumber.</summary>
public enum SuppressionReason
{
    /// <summary>The rule of the transition is off.</summary>
    RuleOff = 1,

    /// <summary>The switch of the order is off.</summary>
    OrderSwitchOff = 2,

    /// <summary>Whoever made the change did not want it.</summary>
    OperatorOptedOut = 3,

    /// <summary>The customer does not want it.</summary>
    CustomerOptedOut = 4,

    /// <summary>There is no address or number.</summary>
    NoAddress = 5,

    /// <summary>The order came back from an error into a status that has been told of.</summary>
    ReentryAfterError = 6,

    /// <summary>The change was taken back before the message went out.</summary>
    RevertedWithinHold = 7,

    /// <summary>The host has nothing that sends on the channel.</summary>
    ChannelNotConfigured = 8,

    /// <summary>The address cannot be one.</summary>
    InvalidAddress = 9,

    /// <summary>Somebody cancelled the sending.</summary>
    Cancelled = 10,
}
