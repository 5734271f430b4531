namespace SystemLog.Work.Schedules;

/// <summary>Reads the clocks of a zone from instants only, the one direction in which every instant has exactly one answer.</summary>
/// <remarks><see cref="TimeZoneInfo.IsInvalidTime(DateTime)"/> is not asked: it calls the day that Samoa left out in 2011 valid.</remarks>
internal static class WallClock
{
    // More than any offset from UTC, so that the clocks show an earlier time a day before and a later one a day after.
    private static readonly TimeSpan Reach = TimeSpan.FromDays(1);

    /// <summary>Returns the local date at an instant.</summary>
    public static DateOnly DateAt(DateTimeOffset instant, TimeZoneInfo zone) => DateOnly.FromDateTime(Read(instant.UtcDateTime, zone));

    /// <summary>Returns the first instant at which the clocks show this time or a later one: the first of two, or the end of a gap.</summary>
    public static DateTimeOffset FirstAt(DateOnly date, TimeOnly time, TimeZoneInfo zone)
    {
        var wanted = date.ToDateTime(time, DateTimeKind.Utc);
        var before = zone.GetUtcOffset(wanted - Reach);
        if (zone.GetUtcOffset(wanted - before) == before)
        {
            return new(wanted - before);
        }

        var after = zone.GetUtcOffset(wanted + Reach);
        return new(zone.GetUtcOffset(wanted - after) == after ? wanted - after : EndOfGap(wanted, zone));
    }

    /// <summary>Says whether the clocks ever show this date.</summary>
    public static bool Shows(DateOnly date, TimeZoneInfo zone) => DateAt(FirstAt(date, TimeOnly.MinValue, zone), zone) == date;

    private static DateTime EndOfGap(DateTime wanted, TimeZoneInfo zone)
    {
        var (earlier, later) = (wanted - Reach, wanted + Reach);
        while (later - earlier > TimeSpan.FromTicks(1))
        {
            var middle = earlier + ((later - earlier) / 2);
            (earlier, later) = Read(middle, zone) < wanted ? (middle, later) : (earlier, middle);
        }

        return later;
    }

    private static DateTime Read(DateTime utc, TimeZoneInfo zone) => utc + zone.GetUtcOffset(utc);
}
