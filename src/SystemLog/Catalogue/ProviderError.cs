namespace SystemLog.Catalogue;

/// <summary>What is known of a failed call, as raw facts.</summary>
public sealed record ProviderError
{
    /// <summary>Gets the provider, one of <see cref="Sources"/> or the host's own word.</summary>
    public required string Source { get; init; }

    /// <summary>Gets what was tried, one of <see cref="Operations"/> or the host's own word.</summary>
    public required string Operation { get; init; }

    /// <summary>Gets the HTTP status, or the SMTP reply code; null where none came.</summary>
    public int? Status { get; init; }

    /// <summary>Gets the content type of the body.</summary>
    public string? ContentType { get; init; }

    /// <summary>Gets the body as text, or the message where there is no answer.</summary>
    public string? Body { get; init; }

    /// <summary>Gets the correlation id from the answer's headers, for answers that do not carry it in the body.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Gets the amount as the shop has it, where it was compared with the provider's.</summary>
    public Money? OrderAmount { get; init; }

    /// <summary>Gets the amount as the provider has it, where it was compared with the shop's.</summary>
    public Money? ProviderAmount { get; init; }

    /// <summary>Gets the exception where no proper answer came.</summary>
    public Exception? Exception { get; init; }
}
