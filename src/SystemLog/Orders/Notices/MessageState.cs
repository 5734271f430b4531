namespace SystemLog.Orders.Notices;

/// <summary>What became of a message. Values are stored: never renumber.</summary>
public enum MessageState
{
    /// <summary>It waits to be sent.</summary>
    Planned = 1,

    /// <summary>It is not sent, for the reason beside it.</summary>
    Suppressed = 2,

    /// <summary>It is on its way to the provider.</summary>
    Sending = 3,

    /// <summary>The provider has taken it.</summary>
    Accepted = 4,

    /// <summary>The provider has refused it.</summary>
    Failed = 5,

    /// <summary>Whether the provider has it is not known. It is never sent again by itself.</summary>
    Unknown = 6,
}
