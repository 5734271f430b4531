using SystemLog.Work.Schedules;

namespace SystemLog.Torture.Nodes;

/// <summary>
/// A calendar in which a day passes in a fraction of a second of the database's clock. What matters is kept: the engine hands its schedules the
/// database's time and no other, many nodes ask for one period at the same moment and again for a long time after, and only the key, the local
/// date that the product's own schedule gives, keeps them apart. What a day lasts plays no part in that.
/// </summary>
/// <param name="Day">How long a virtual day lasts.</param>
/// <param name="Periods">How many periods there are.</param>
internal sealed record VirtualCalendar(TimeSpan Day, int Periods)
{
    // So many days a node asks for at once, so that no date is missed only because the machine was slow.
    private const int DaysAskedFor = 60;

    // Before the clocks change, which they do twice in the year that follows.
    private static readonly DateTimeOffset _start = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Schedule _schedule = Schedule.Daily(8);

    private static readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");

    /// <summary>Returns the dates that must each have one mail.</summary>
    public IEnumerable<DateOnly> Dates => Enumerable.Range(0, Periods).Select(new DateOnly(2026, 10, 1).AddDays);

    /// <summary>Returns the dates whose periods are due and not yet old, the newest first.</summary>
    /// <param name="begun">When the calendar began.</param>
    /// <param name="now">The time, by the same clock.</param>
    public IReadOnlyList<DateOnly> DueAt(DateTimeOffset begun, DateTimeOffset now)
    {
        var dates = Dates.ToHashSet();
        var today = _start + ((now - begun) * (TimeSpan.FromDays(1) / Day));
        return
        [
            .. Enumerable.Range(0, DaysAskedFor).Select(days => _schedule.PeriodAt(today.AddDays(-days), _zone).LocalDate)
                .Where(dates.Contains).Distinct(),
        ];
    }
}
