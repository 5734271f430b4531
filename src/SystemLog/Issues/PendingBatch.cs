namespace SystemLog.Issues;

/// <summary>What the writer took to save in one transaction.</summary>
internal sealed record PendingBatch(
    IReadOnlyList<PendingIssue> Issues, IReadOnlyList<OperationSuccess> Successes, IReadOnlyList<DroppedReports> Dropped)
{
    /// <summary>Gets whether there is nothing to save.</summary>
    public bool IsEmpty => Issues.Count + Successes.Count + Dropped.Count == 0;

    /// <summary>Gets how many callers wait for it.</summary>
    public int Waiting => Issues.Sum(issue => issue.Waiting.Count);

    /// <summary>Gets how many reports it holds.</summary>
    public long Reports => Issues.Sum(issue => issue.Times.Count);
}
