namespace SystemLog.Work;

/// <summary>One attempt at an item. Append-only, but for its end.</summary>
/// <param name="Number">The number, from 1.</param>
/// <param name="Owner">The node that made it, a new name for every start of a process.</param>
/// <param name="BegunAt">When it began.</param>
/// <param name="EndedAt">When it ended; null while it runs, and for ever where the node died.</param>
/// <param name="Outcome">What came of it, such as "done" or "tryAgain"; null where it has no end.</param>
/// <param name="Reason">Why, redacted, at most 2,000 characters.</param>
public sealed record WorkAttempt(int Number, string Owner, DateTimeOffset BegunAt, DateTimeOffset? EndedAt, string? Outcome, string? Reason);
