namespace SystemLog.Issues;

/// <summary>A batch explained, redacted and laid out, ready to be saved.</summary>
/// <param name="Pending">What waited.</param>
/// <param name="Deltas">What is stored of it, one for each pending issue, in the same order.</param>
internal sealed record PreparedBatch(PendingBatch Pending, IReadOnlyList<IssueDelta> Deltas)
{
    /// <summary>Gets what the store saves.</summary>
    public IssueBatch Stored => new(Deltas, Pending.Successes, Pending.Dropped);

    /// <summary>Cuts the batch in two; successes come after all issues.</summary>
    public (PreparedBatch First, PreparedBatch Second) Halve()
    {
        var half = Deltas.Count / 2;
        return (
            new(new([.. Pending.Issues.Take(half)], [], []), [.. Deltas.Take(half)]),
            new(Pending with { Issues = [.. Pending.Issues.Skip(half)] }, [.. Deltas.Skip(half)]));
    }
}
