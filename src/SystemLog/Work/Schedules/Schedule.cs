using System.Globalization;

namespace SystemLog.Work.Schedules;

/// <summary>When something is to happen: every day, or on chosen weekdays, at a time of the shop's zone.</summary>
/// <remarks>
/// Every chosen local date that exists in the zone has exactly one period, due when the shop's clocks first show the time or a later one.
/// So a time that is skipped is due at the next valid instant, and one that happens twice at the first of the two. A date that a zone
/// left out altogether (30 December 2011 in Samoa) has no period: its neighbours have theirs, and nothing is due twice at one instant.
/// Every method is a function of its arguments: no clock is read and nothing is remembered.
/// </remarks>
internal sealed record Schedule
{
    // A pause of a year is told day by day; what was missed before that is of no use to anyone.
    private const int MostPassedOver = 366;

    // One bit for each DayOfWeek, so that two schedules are equal when they mean the same.
    private readonly int _weekdays;

    private Schedule(int weekdays, int hour, int minute)
    {
        RefuseUnlessBelow(24, hour, nameof(hour));
        RefuseUnlessBelow(60, minute, nameof(minute));
        _weekdays = weekdays;
        Time = new(hour, minute);
    }

    /// <summary>Gets the time of day on the shop's clocks.</summary>
    public TimeOnly Time { get; }

    /// <summary>Gets the chosen weekdays, Monday first; all seven of a daily schedule.</summary>
    public IReadOnlyList<DayOfWeek> Weekdays =>
        [.. Enum.GetValues<DayOfWeek>().Where(IsChosen).OrderBy(static day => day == DayOfWeek.Sunday ? 7 : (int)day)];

    /// <summary>Gets a value indicating whether every day is chosen.</summary>
    public bool IsDaily => _weekdays == 0b111_1111;

    /// <summary>Creates a schedule for every day.</summary>
    /// <param name="hour">The hour on the shop's clocks, 0 to 23.</param>
    /// <param name="minute">The minute, 0 to 59. The default is 0.</param>
    /// <exception cref="ArgumentException">There is no such hour or minute.</exception>
    public static Schedule Daily(int hour, int minute = 0) => new(0b111_1111, hour, minute);

    /// <summary>Creates a schedule for chosen weekdays. All seven are the same as a daily one.</summary>
    /// <param name="weekdays">The weekdays, at least one; naming one twice does no harm.</param>
    /// <param name="hour">The hour on the shop's clocks, 0 to 23.</param>
    /// <param name="minute">The minute, 0 to 59. The default is 0.</param>
    /// <exception cref="ArgumentException">No weekday is chosen, or there is no such weekday, hour or minute.</exception>
    public static Schedule Weekly(IEnumerable<DayOfWeek> weekdays, int hour, int minute = 0)
    {
        ArgumentNullException.ThrowIfNull(weekdays);
        var chosen = 0;
        foreach (var day in weekdays)
        {
            chosen |= Enum.IsDefined(day) ? 1 << (int)day : throw new ArgumentException($"{day:D} is not a weekday.", nameof(weekdays));
        }

        return chosen == 0
            ? throw new ArgumentException("A weekly schedule needs at least one weekday.", nameof(weekdays))
            : new(chosen, hour, minute);
    }

    /// <summary>Returns the newest period that is due at an instant, whether or not it has run.</summary>
    /// <param name="instant">The instant, in the years 2 to 9998.</param>
    /// <param name="zone">The shop's zone.</param>
    /// <exception cref="ArgumentOutOfRangeException">The instant is at the very edge of the calendar.</exception>
    public Period PeriodAt(DateTimeOffset instant, TimeZoneInfo zone) => PeriodOn(NewestAt(instant, zone), zone);

    /// <summary>Returns the first period that is due after an instant.</summary>
    /// <param name="instant">The instant, in the years 2 to 9998.</param>
    /// <param name="zone">The shop's zone.</param>
    /// <exception cref="ArgumentOutOfRangeException">The instant is at the very edge of the calendar.</exception>
    public Period NextAfter(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var date = Today(instant, zone);
        while (DueOn(date, zone) is not { } dueAt || dueAt <= instant)
        {
            date = date.AddDays(1);
        }

        return PeriodOn(date, zone);
    }

    /// <summary>Returns what is to run now, and what was missed before it and is not made up.</summary>
    /// <param name="now">The instant, in the years 2 to 9998.</param>
    /// <param name="lastDone">
    /// The newest local date that is done. When a schedule is turned on, the date of <see cref="PeriodAt"/>: then it begins with the next.
    /// A clock that went back finds its periods done, and nothing is due until it has caught up.
    /// </param>
    /// <param name="zone">The shop's zone.</param>
    /// <exception cref="ArgumentOutOfRangeException">The instant is at the very edge of the calendar.</exception>
    public DuePeriods DueAt(DateTimeOffset now, DateOnly lastDone, TimeZoneInfo zone)
    {
        var newest = NewestAt(now, zone);
        if (newest <= lastDone)
        {
            return DuePeriods.None;
        }

        var passedOver = new List<DateOnly>();
        for (var date = newest.AddDays(-1); date > lastDone && passedOver.Count < MostPassedOver; date = date.AddDays(-1))
        {
            if (DueOn(date, zone) is not null)
            {
                passedOver.Add(date);
            }
        }

        passedOver.Reverse();
        return new(PeriodOn(newest, zone), passedOver);
    }

    /// <summary>Writes the schedule for a log: "daily at 08:00", "Monday, Thursday at 08:00".</summary>
    public override string ToString() =>
        $"{(IsDaily ? "daily" : string.Join(", ", Weekdays))} at {Time.ToString("HH:mm", CultureInfo.InvariantCulture)}";

    private static DateOnly Today(DateTimeOffset instant, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);

        // A year of room for the days looked at on both sides.
        return instant.UtcDateTime.Year is >= 2 and <= 9998
            ? WallClock.DateAt(instant, zone)
            : throw new ArgumentOutOfRangeException(nameof(instant), instant, "A schedule is read in the years 2 to 9998.");
    }

    private static void RefuseUnlessBelow(int limit, int value, string name)
    {
        if (value < 0 || value >= limit)
        {
            throw new ArgumentOutOfRangeException(name, value, $"The {name} of a schedule is 0 to {limit - 1}.");
        }
    }

    private DateOnly NewestAt(DateTimeOffset instant, TimeZoneInfo zone)
    {
        // Where clocks go back over midnight, the date they show now has been followed by the next one already.
        var date = Today(instant, zone).AddDays(1);
        while (DueOn(date, zone) is not { } dueAt || dueAt > instant)
        {
            date = date.AddDays(-1);
        }

        return date;
    }

    private bool IsChosen(DayOfWeek day) => (_weekdays & (1 << (int)day)) != 0;

    private Period PeriodOn(DateOnly date, TimeZoneInfo zone) =>
        new(date, WallClock.FirstAt(date, Time, zone), WallClock.FirstAt(Following(Following(date, zone), zone), Time, zone));

    private DateOnly Following(DateOnly date, TimeZoneInfo zone)
    {
        do
        {
            date = date.AddDays(1);
        }
        while (DueOn(date, zone) is null);

        return date;
    }

    /// <summary>Returns when the period of a date is due; null where the date is not chosen or the zone left it out.</summary>
    private DateTimeOffset? DueOn(DateOnly date, TimeZoneInfo zone)
    {
        if (!IsChosen(date.DayOfWeek))
        {
            return null;
        }

        // A time skipped at the end of a date that exists is due on the next one.
        var dueAt = WallClock.FirstAt(date, Time, zone);
        return WallClock.DateAt(dueAt, zone) == date || WallClock.Shows(date, zone) ? dueAt : null;
    }
}
