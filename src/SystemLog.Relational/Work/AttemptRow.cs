namespace SystemLog.Work;

/// <summary>A row of systemlog.work_attempt.</summary>
internal sealed class AttemptRow
{
    public int Number { get; init; }

    public required string Owner { get; init; }

    public long BegunAt { get; init; }

    public long? EndedAt { get; init; }

    public string? Outcome { get; init; }

    public string? Reason { get; init; }

    public WorkAttempt ToAttempt() => new(Number, Owner, UnixTime.Of(BegunAt), UnixTime.Of(EndedAt), Outcome, Reason);
}
