namespace SystemLog.Orders.Notices;

/// <summary>How somebody is told. Values are stored: never renumber.</summary>
[Flags]
public enum MessageChannels
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>By e-mail.</summary>
    Email = 1,

    /// <summary>By SMS.</summary>
    Sms = 2,
}
