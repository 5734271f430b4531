namespace SystemLog.Digests;

/// <summary>How a summary mail that is done with came out.</summary>
public enum DigestEnd
{
    /// <summary>The mail server took it.</summary>
    Sent,

    /// <summary>Nothing was untreated, and the shop wants no mail then.</summary>
    NothingToTell,

    /// <summary>The shop had turned it off when its time came.</summary>
    TurnedOff,
}
