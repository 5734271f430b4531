namespace SystemLog.Tests.Work.Schedules;

/// <summary>What the clocks of a zone show, found by looking at them every half hour: the first instant of each half hour, and every date.</summary>
internal sealed class ShownTimes
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(30);

    private readonly DateTime _first;

    private readonly List<DateTime> _firstAt = [];

    public ShownTimes(TimeZoneInfo zone, DateTime from, DateTime to)
    {
        var before = TimeZoneInfo.ConvertTimeFromUtc(from, zone);
        var unseen = _first = before.Date.AddHours(before.Hour + 1);
        for (var at = from + Step; at <= to; at += Step)
        {
            var now = TimeZoneInfo.ConvertTimeFromUtc(at, zone);
            if (now.Date != before.Date)
            {
                Dates.Add(DateOnly.FromDateTime(now));
            }

            for (; unseen <= now; unseen += Step)
            {
                var waited = unseen - before;
                _firstAt.Add(waited < Step ? at - Step + waited : at);
            }

            before = now;
        }
    }

    /// <summary>Gets every date the clocks came to, in order.</summary>
    public SortedSet<DateOnly> Dates { get; } = [];

    /// <summary>Returns when the clocks first show the time or a later one; null outside the time looked at.</summary>
    public DateTimeOffset? FirstAt(DateOnly date, TimeOnly time)
    {
        var index = (int)((date.ToDateTime(time) - _first) / Step);
        return index >= 0 && index < _firstAt.Count ? new(_firstAt[index], TimeSpan.Zero) : null;
    }
}
