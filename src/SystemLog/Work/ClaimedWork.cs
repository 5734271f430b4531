namespace SystemLog.Work;

/// <summary>An item that a node may do, alone, for the length of its lease.</summary>
/// <param name="Item">The item.</param>
/// <param name="Token">The fencing token: one higher with every claim. A write with an older one is refused.</param>
public sealed record ClaimedWork(WorkItem Item, long Token);
