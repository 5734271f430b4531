namespace SystemLog.Smtp.Bounces;

/// <summary>What a mail says of the delivery of another.</summary>
public sealed record BounceReport
{
    /// <summary>Gets what the mail is; for a report with recipients, that of the first.</summary>
    public required BounceKind Kind { get; init; }

    /// <summary>Gets the recipients it tells of, in its order, at most 100; empty for auto-replies, complaints and what is no bounce.</summary>
    public IReadOnlyList<BouncedRecipient> Recipients { get; init; } = [];

    /// <summary>Gets the server that wrote the report; null where it does not say.</summary>
    public string? ReportingServer { get; init; }

    /// <summary>Gets the Message-ID of the mail that was sent, without angle brackets; null where it cannot be read.</summary>
    public string? OriginalMessageId { get; init; }
}
