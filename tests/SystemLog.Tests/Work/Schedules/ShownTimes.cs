namespace SystemLog.Tests.Work.Schedules;

/// <summary>What the clocks of a zone show, found by looking at them every half hour: each whole hour's first instant, and every date.</summary>
internal sealed class ShownTimes
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(30);

    private readonly Dictionary<DateTime, DateTime> _firstAt = [];

    public ShownTimes(TimeZoneInfo zone, DateTime from, DateTime to)
    {
        var before = TimeZoneInfo.ConvertTimeFromUtc(from, zone);
        var unseen = before.Date.AddHours(before.Hour + 1);
        for (var at = from + Step; at <= to; at += Step)
        {
            var now = TimeZoneInfo.ConvertTimeFromUtc(at, zone);
            Dates.Add(DateOnly.FromDateTime(now));
            for (; unseen <= now; unseen = unseen.AddHours(1))
            {
                var waited = unseen - before;
                _firstAt[unseen] = waited < Step ? at - Step + waited : at;
            }

            before = now;
        }
    }

    public SortedSet<DateOnly> Dates { get; } = [];

    /// <summary>Returns when the clocks first show the hour or a later one; null outside the time looked at.</summary>
    public DateTimeOffset? FirstAt(DateOnly date, int hour) =>
        _firstAt.TryGetValue(date.ToDateTime(new(hour, 0)), out var at) ? new(at, TimeSpan.Zero) : null;
}
