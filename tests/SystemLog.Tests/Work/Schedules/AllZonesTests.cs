using System.Collections.Concurrent;
using SystemLog.Work.Schedules;
using static SystemLog.Tests.Work.Schedules.Zones;

namespace SystemLog.Tests.Work.Schedules;

/// <summary>All zones of the machine, 2025 and 2026: three schedules for each zone, so that every hour comes up often.</summary>
public sealed class AllZonesTests
{
    private static readonly DateTimeOffset Start = Utc(2025, 1, 1);

    private static readonly DateTimeOffset End = Utc(2027, 1, 1);

    [Fact]
    public void Every_date_that_the_clocks_show_has_one_period_due_when_they_first_show_its_time() =>
        FaultsIn(static (schedule, zone, shown, _) =>
        {
            var walked = new List<(DateOnly, DateTimeOffset)>();
            for (var next = schedule.NextAfter(Start, zone); next.DueAt <= End; next = schedule.NextAfter(next.DueAt, zone))
            {
                walked.Add((next.LocalDate, next.DueAt));
            }

            return walked.SequenceEqual(Expected(schedule, shown, End));
        }).Should().BeEmpty();

    [Fact]
    public void However_time_is_looked_at_each_date_is_run_or_passed_over_once_and_in_order() =>
        FaultsIn(static (schedule, zone, shown, random) =>
        {
            var done = schedule.PeriodAt(Start, zone).LocalDate;
            var accounted = new List<DateOnly>();
            var (now, latest) = (Start, Start);
            while (now < End)
            {
                var due = schedule.DueAt(now, done, zone);
                accounted.AddRange(due.PassedOver);
                if (due.Run is { } run)
                {
                    if (!run.MayRunAt(now))
                    {
                        return false;
                    }

                    accounted.Add(run.LocalDate);
                    done = run.LocalDate;
                }

                now = Start + TimeSpan.FromTicks(Math.Max(0, (now + IrregularStep(random) - Start).Ticks));
                latest = now > latest && now < End ? now : latest;
            }

            return accounted.SequenceEqual(Expected(schedule, shown, latest).Select(static period => period.Date));
        }).Should().BeEmpty();

    /// <summary>Minutes to two days onward, and every sixth time up to a day back.</summary>
    private static TimeSpan IrregularStep(Random random) => random.Next(6) switch
    {
        0 => -TimeSpan.FromDays(random.NextDouble()),
        1 or 2 => TimeSpan.FromMinutes(random.Next(1, 120)),
        _ => TimeSpan.FromDays(2 * random.NextDouble()),
    };

    private static IEnumerable<(DateOnly Date, DateTimeOffset DueAt)> Expected(Schedule schedule, ShownTimes shown, DateTimeOffset until) =>
        from date in shown.Dates
        where schedule.Weekdays.Contains(date.DayOfWeek)
        let dueAt = shown.FirstAt(date, schedule.Time)
        where dueAt > Start && dueAt <= until
        select (date, dueAt.Value);

    private static ConcurrentBag<string> FaultsIn(Func<Schedule, TimeZoneInfo, ShownTimes, Random, bool> holds)
    {
        var zones = TimeZoneInfo.GetSystemTimeZones();
        zones.Should().HaveCountGreaterThan(100, "the machine's time zones are what is tested");
        var faults = new ConcurrentBag<string>();
        Parallel.For(0, zones.Count, index =>
        {
            var random = new Random(index);
            var shown = new ShownTimes(zones[index], Start.UtcDateTime.AddDays(-2), End.UtcDateTime.AddDays(2));
            Schedule[] schedules =
            [
                Schedule.Daily(index % 24),
                Schedule.Daily(random.Next(24), 30),
                Schedule.Weekly(SomeDays(random), random.Next(24), 30 * random.Next(2)),
            ];
            foreach (var schedule in schedules.Where(schedule => !holds(schedule, zones[index], shown, random)))
            {
                faults.Add($"{zones[index].Id}: {schedule}");
            }
        });
        return faults;
    }

    private static DayOfWeek[] SomeDays(Random random)
    {
        var days = Enum.GetValues<DayOfWeek>();
        random.Shuffle(days);
        return days[..random.Next(1, 7)];
    }
}
