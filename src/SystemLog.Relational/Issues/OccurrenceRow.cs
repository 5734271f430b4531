namespace SystemLog.Issues;

/// <summary>A row of systemlog.occurrence.</summary>
internal sealed class OccurrenceRow
{
    public required string Id { get; init; }

    public long OccurredAt { get; init; }

    public int? Status { get; init; }

    public string? Code { get; init; }

    public string? CorrelationId { get; init; }

    public string? ContentType { get; init; }

    public string? Body { get; init; }

    public int? Attempt { get; init; }

    public Occurrence ToOccurrence() => new()
    {
        Id = Id,
        At = UnixTime.Of(OccurredAt),
        Status = Status,
        Code = Code,
        CorrelationId = CorrelationId,
        ContentType = ContentType,
        Body = Body,
        Attempt = Attempt,
    };
}
