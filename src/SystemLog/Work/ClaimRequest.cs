namespace SystemLog.Work;

/// <summary>What a node asks for.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Owner">The node, by the name of its process start.</param>
/// <param name="Lease">How long it may work before another may claim the item.</param>
/// <param name="Limit">How many items at most.</param>
public sealed record ClaimRequest(string Kind, string Owner, TimeSpan Lease, int Limit);
