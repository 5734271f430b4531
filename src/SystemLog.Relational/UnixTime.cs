namespace SystemLog;

/// <summary>Times as they are stored: unix milliseconds in UTC.</summary>
internal static class UnixTime
{
    /// <summary>Returns the time of a stored number.</summary>
    public static DateTimeOffset Of(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    /// <summary>Returns the time of a stored number; null where none is stored.</summary>
    public static DateTimeOffset? Of(long? milliseconds) => milliseconds is { } value ? Of(value) : null;
}
