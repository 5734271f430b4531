namespace SystemLog.Settings;

/// <summary>A new value of a setting.</summary>
/// <param name="Value">The value, as JSON of the feature it belongs to.</param>
/// <param name="Seen">The version that the person saw; 0 where there was none.</param>
/// <param name="Actor">Who saves it.</param>
/// <param name="At">When.</param>
public sealed record SettingChange(string Value, long Seen, Actor Actor, DateTimeOffset At);
