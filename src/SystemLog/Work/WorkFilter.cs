namespace SystemLog.Work;

/// <summary>Which items a list shows.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="State">The state; null for all.</param>
public sealed record WorkFilter(string Kind, WorkState? State = null);
