namespace SystemLog.Digests;

/// <summary>The newest summary mail that a shop's schedule has asked for.</summary>
/// <param name="Date">The local date it is of.</param>
/// <param name="DueAt">When it was due.</param>
/// <param name="Mail">What became of it; null where no node has queued it.</param>
public sealed record DueDigest(DateOnly Date, DateTimeOffset DueAt, SentDigest? Mail);
