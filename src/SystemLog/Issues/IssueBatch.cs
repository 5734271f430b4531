namespace SystemLog.Issues;

/// <summary>What the writer saves in one transaction.</summary>
/// <param name="Issues">What happened, one entry per issue, in any order.</param>
/// <param name="Successes">What succeeded, applied after the issues.</param>
/// <param name="Dropped">What could only be counted.</param>
public sealed record IssueBatch(
    IReadOnlyList<IssueDelta> Issues, IReadOnlyList<OperationSuccess> Successes, IReadOnlyList<DroppedReports> Dropped);
