namespace SystemLog.Digests;

/// <summary>A shop's summary mail as it stands.</summary>
/// <param name="Settings">What is set.</param>
/// <param name="Version">How often it has been saved; 0 where never.</param>
public sealed record DigestState(DigestSettings Settings, long Version)
{
    /// <summary>Gets who saved it last; null where nobody has.</summary>
    public Actor? ChangedBy { get; init; }

    /// <summary>Gets when.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>Gets the zone its hour is read in.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Gets when the next mail is due; null while it is off.</summary>
    public DateTimeOffset? NextAt { get; init; }
}
