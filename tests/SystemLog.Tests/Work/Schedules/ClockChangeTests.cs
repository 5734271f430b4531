using SystemLog.Work.Schedules;
using static SystemLog.Tests.Work.Schedules.Zones;

namespace SystemLog.Tests.Work.Schedules;

public sealed class ClockChangeTests
{
    [Fact]
    public void A_time_that_is_skipped_in_spring_is_due_at_the_next_valid_instant()
    {
        var period = Schedule.Daily(2, 30).PeriodAt(Utc(2026, 3, 29, 12), Oslo);

        period.LocalDate.Should().Be(new DateOnly(2026, 3, 29));
        period.DueAt.Should().Be(Utc(2026, 3, 29, 1));
    }

    [Fact]
    public void A_time_that_happens_twice_in_autumn_is_due_at_the_first_of_the_two()
    {
        var twiceShown = Schedule.Daily(2, 30);

        twiceShown.PeriodAt(Utc(2026, 10, 25, 0, 30), Oslo).Should()
            .Match<Period>(period => period.LocalDate == new DateOnly(2026, 10, 25) && period.DueAt == Utc(2026, 10, 25, 0, 30));
        twiceShown.NextAfter(Utc(2026, 10, 25, 0, 30), Oslo).DueAt.Should().Be(Utc(2026, 10, 26, 1, 30));
    }

    [Theory]
    [InlineData(3, 29, 6)]
    [InlineData(10, 25, 7)]
    public void The_shops_morning_stays_its_morning_when_the_clocks_change(int month, int day, int hourInUtc) =>
        Schedule.Daily(8).PeriodAt(Utc(2026, month, day, 23), Oslo).DueAt.Should().Be(Utc(2026, month, day, hourInUtc));

    [Fact]
    public void A_midnight_that_is_skipped_is_due_when_its_date_begins()
    {
        var havana = TimeZoneInfo.FindSystemTimeZoneById("America/Havana");

        var period = Schedule.Daily(0).PeriodAt(Utc(2025, 3, 9, 12), havana);

        period.LocalDate.Should().Be(new DateOnly(2025, 3, 9));
        period.DueAt.Should().Be(Utc(2025, 3, 9, 5));
    }

    [Fact]
    public void A_time_that_is_skipped_at_the_end_of_a_date_still_belongs_to_that_date()
    {
        // Toronto went from 23:30 on 30 March 1919 to 00:30 on the 31st.
        var toronto = TimeZoneInfo.FindSystemTimeZoneById("America/Toronto");
        var change = Utc(1919, 3, 31, 4, 30);

        Schedule.Daily(23, 45).PeriodAt(change, toronto).Should()
            .Match<Period>(period => period.LocalDate == new DateOnly(1919, 3, 30) && period.DueAt == change);
        Schedule.Daily(0).PeriodAt(change, toronto).Should()
            .Match<Period>(period => period.LocalDate == new DateOnly(1919, 3, 31) && period.DueAt == change);
    }

    [Fact]
    public void A_date_that_comes_twice_because_the_clocks_go_back_over_midnight_has_one_period()
    {
        // St. John's went from 00:01 on 7 November back to 23:01 on the 6th.
        var stJohns = TimeZoneInfo.FindSystemTimeZoneById("America/St_Johns");
        var atMidnight = Schedule.Daily(0);
        var firstMidnight = Utc(2010, 11, 7, 2, 30);

        atMidnight.PeriodAt(firstMidnight, stJohns).LocalDate.Should().Be(new DateOnly(2010, 11, 7));
        atMidnight.PeriodAt(firstMidnight.AddMinutes(30), stJohns).LocalDate.Should().Be(new DateOnly(2010, 11, 7));
        atMidnight.NextAfter(firstMidnight.AddMinutes(30), stJohns).LocalDate.Should().Be(new DateOnly(2010, 11, 8));
    }

    [Theory]
    [InlineData("Pacific/Apia", 2011, 12, 30)]
    [InlineData("Pacific/Kwajalein", 1993, 8, 21)]
    public void A_date_that_a_zone_left_out_has_no_period_and_its_neighbours_have_theirs(string id, int year, int month, int day)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        var leftOut = new DateOnly(year, month, day);

        foreach (var daily in Enumerable.Range(0, 24).Select(static hour => Schedule.Daily(hour)))
        {
            var walked = DatesFrom(daily, Utc(year, month, day).AddDays(-3), zone).Take(6).ToList();
            var met = Enumerable.Range(-72, 144).Select(hours => daily.PeriodAt(Utc(year, month, day).AddHours(hours), zone).LocalDate);

            walked.Should().NotContain(leftOut).And.Contain([leftOut.AddDays(-1), leftOut.AddDays(1)]).And.BeInAscendingOrder();
            met.Should().NotContain(leftOut).And.Contain([leftOut.AddDays(-1), leftOut.AddDays(1)]).And.BeInAscendingOrder();
        }
    }

    [Fact]
    public void A_weekday_that_was_left_out_waits_for_the_next_week()
    {
        var apia = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Apia");

        DatesFrom(Schedule.Weekly([DayOfWeek.Friday], 8), Utc(2011, 12, 20), apia).Take(3).Should()
            .Equal(new DateOnly(2011, 12, 23), new DateOnly(2012, 1, 6), new DateOnly(2012, 1, 13));
    }

    private static IEnumerable<DateOnly> DatesFrom(Schedule schedule, DateTimeOffset instant, TimeZoneInfo zone)
    {
        while (true)
        {
            var next = schedule.NextAfter(instant, zone);
            yield return next.LocalDate;
            instant = next.DueAt;
        }
    }
}
