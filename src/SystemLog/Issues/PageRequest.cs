using SystemLog.Storage;

namespace SystemLog.Issues;

/// <summary>Which page of a list is wanted.</summary>
/// <param name="Now">The time that decides what is still muted and which days a sparkline shows.</param>
/// <param name="Size">How many rows, 1 to 200. The default is 50.</param>
/// <param name="After">The key the page before ended with; null for the first page.</param>
public sealed record PageRequest(DateTimeOffset Now, int Size = 50, PageKey? After = null);
