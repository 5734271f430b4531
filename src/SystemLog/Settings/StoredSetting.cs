namespace SystemLog.Settings;

/// <summary>A setting as it is stored.</summary>
/// <param name="Value">The value, as JSON of the feature it belongs to.</param>
/// <param name="Version">How often it has been saved.</param>
/// <param name="ChangedAt">When it was saved last.</param>
/// <param name="ChangedBy">By whom.</param>
public sealed record StoredSetting(string Value, long Version, DateTimeOffset ChangedAt, Actor ChangedBy);
