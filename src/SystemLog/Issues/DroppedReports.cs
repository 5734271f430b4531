namespace SystemLog.Issues;

/// <summary>Reports that could only be counted, not attributed to an issue.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Source">The source.</param>
/// <param name="Reason">Why.</param>
/// <param name="Count">How many.</param>
/// <param name="LastAt">When the last of them came.</param>
public sealed record DroppedReports(string Shop, string Source, DropReason Reason, long Count, DateTimeOffset LastAt);
