namespace SystemLog.Smtp.Bounces;

/// <summary>The fields of one recipient in a delivery status report, as they stand.</summary>
internal sealed record DeliveryStatusFields
{
    /// <summary>Gets or sets the address the server tried, without its type.</summary>
    public string? FinalRecipient { get; set; }

    /// <summary>Gets or sets the address the sender wrote, without its type.</summary>
    public string? OriginalRecipient { get; set; }

    /// <summary>Gets or sets the action in lower case.</summary>
    public string? Action { get; set; }

    /// <summary>Gets or sets the status field with its comment.</summary>
    public string? Status { get; set; }

    /// <summary>Gets or sets the server's words without their type.</summary>
    public string? Diagnostic { get; set; }

    /// <summary>Gets or sets the server that answered.</summary>
    public string? RemoteServer { get; set; }

    /// <summary>Gets whether it names a recipient.</summary>
    public bool HasAddress => FinalRecipient is not null || OriginalRecipient is not null;

    /// <summary>Gets whether it says what became of the mail.</summary>
    public bool HasOutcome => Action is not null || Status is not null;
}
