namespace SystemLog.Issues;

/// <summary>How often something happened on a day.</summary>
/// <param name="Day">The local date of the shop.</param>
/// <param name="Count">How often.</param>
public readonly record struct DayCount(DateOnly Day, long Count);
