namespace SystemLog.Issues;

/// <summary>A time at which something happened, and how often.</summary>
/// <param name="At">The time in unix milliseconds.</param>
/// <param name="Count">How often.</param>
public readonly record struct Moment(long At, long Count);
