namespace SystemLog.Issues;

/// <summary>One time an error happened, with its redacted details.</summary>
public sealed record Occurrence
{
    /// <summary>Gets the id, unique in the shop and sorted by time of arrival.</summary>
    public required string Id { get; init; }

    /// <summary>Gets when it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the HTTP status or SMTP reply code.</summary>
    public int? Status { get; init; }

    /// <summary>Gets the provider's code.</summary>
    public string? Code { get; init; }

    /// <summary>Gets the provider's id for the call.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Gets the content type of the body.</summary>
    public string? ContentType { get; init; }

    /// <summary>Gets the provider's answer, the exception or the text, redacted, at most 16 kB.</summary>
    public string? Body { get; init; }

    /// <summary>Gets which attempt it was.</summary>
    public int? Attempt { get; init; }
}
