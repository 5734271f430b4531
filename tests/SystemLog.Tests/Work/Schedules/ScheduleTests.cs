using SystemLog.Work.Schedules;
using static SystemLog.Tests.Work.Schedules.Zones;

namespace SystemLog.Tests.Work.Schedules;

public sealed class ScheduleTests
{
    [Fact]
    public void A_daily_schedule_is_due_at_its_time_on_the_shops_clocks()
    {
        var period = Schedule.Daily(8, 30).PeriodAt(Utc(2026, 1, 15, 12), Oslo);

        period.Should().Be(new Period(new(2026, 1, 15), Utc(2026, 1, 15, 7, 30), Utc(2026, 1, 17, 7, 30)));
    }

    [Fact]
    public void A_period_is_due_from_its_very_instant()
    {
        var daily = Schedule.Daily(8);

        daily.PeriodAt(Utc(2026, 1, 15, 7), Oslo).LocalDate.Should().Be(new DateOnly(2026, 1, 15));
        daily.PeriodAt(Utc(2026, 1, 15, 7).AddTicks(-1), Oslo).LocalDate.Should().Be(new DateOnly(2026, 1, 14));
        daily.NextAfter(Utc(2026, 1, 15, 7), Oslo).LocalDate.Should().Be(new DateOnly(2026, 1, 16));
        daily.NextAfter(Utc(2026, 1, 15, 7).AddTicks(-1), Oslo).LocalDate.Should().Be(new DateOnly(2026, 1, 15));
    }

    [Fact]
    public void The_date_is_the_shops_and_not_that_of_UTC()
    {
        var auckland = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland");

        Schedule.Daily(8).PeriodAt(Utc(2026, 1, 15, 19), auckland).Should()
            .Match<Period>(period => period.LocalDate == new DateOnly(2026, 1, 16) && period.DueAt == Utc(2026, 1, 15, 19));
    }

    [Fact]
    public void The_offset_in_which_an_instant_is_written_makes_no_difference()
    {
        var instant = Utc(2026, 1, 15, 7);

        Schedule.Daily(8).PeriodAt(instant.ToOffset(TimeSpan.FromHours(-9)), Oslo).Should().Be(Schedule.Daily(8).PeriodAt(instant, Oslo));
    }

    [Fact]
    public void A_weekly_schedule_is_due_on_its_weekdays_only()
    {
        var mondaysAndThursdays = Schedule.Weekly([DayOfWeek.Thursday, DayOfWeek.Monday], 8);

        mondaysAndThursdays.PeriodAt(Utc(2026, 1, 18, 12), Oslo).LocalDate.Should().Be(new DateOnly(2026, 1, 15));
        mondaysAndThursdays.NextAfter(Utc(2026, 1, 18, 12), Oslo).LocalDate.Should().Be(new DateOnly(2026, 1, 19));
        mondaysAndThursdays.NextAfter(Utc(2026, 1, 19, 12), Oslo).LocalDate.Should().Be(new DateOnly(2026, 1, 22));
    }

    [Fact]
    public void A_weekly_schedule_needs_a_weekday() =>
        FluentActions.Invoking(() => Schedule.Weekly([], 8)).Should().Throw<ArgumentException>().WithMessage("A weekly schedule needs at least one weekday.*");

    [Fact]
    public void A_weekday_is_one_of_seven() =>
        FluentActions.Invoking(() => Schedule.Weekly([(DayOfWeek)7], 8)).Should().Throw<ArgumentException>().WithMessage("7 is not a weekday.*");

    [Theory]
    [InlineData(-1, 0, "The hour of a schedule is 0 to 23.*")]
    [InlineData(24, 0, "The hour of a schedule is 0 to 23.*")]
    [InlineData(8, -1, "The minute of a schedule is 0 to 59.*")]
    [InlineData(8, 60, "The minute of a schedule is 0 to 59.*")]
    public void A_time_is_one_that_clocks_show(int hour, int minute, string refusal)
    {
        FluentActions.Invoking(() => Schedule.Daily(hour, minute)).Should().Throw<ArgumentException>().WithMessage(refusal);
        FluentActions.Invoking(() => Schedule.Weekly([DayOfWeek.Monday], hour, minute)).Should().Throw<ArgumentException>().WithMessage(refusal);
    }

    [Fact]
    public void The_edge_of_the_calendar_is_refused()
    {
        FluentActions.Invoking(() => Schedule.Daily(8).PeriodAt(DateTimeOffset.MinValue, Oslo)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Schedule.Daily(8).NextAfter(DateTimeOffset.MaxValue, Oslo)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Schedule.Daily(8).NextAfter(Utc(9998, 12, 31, 23), Oslo)).Should().NotThrow();
        FluentActions.Invoking(() => Schedule.Daily(8).PeriodAt(Utc(2, 1, 1), Oslo)).Should().NotThrow();
    }

    [Fact]
    public void Two_schedules_that_mean_the_same_are_equal()
    {
        Schedule.Weekly([DayOfWeek.Friday, DayOfWeek.Monday], 8).Should().Be(Schedule.Weekly([DayOfWeek.Monday, DayOfWeek.Friday, DayOfWeek.Friday], 8));
        Schedule.Weekly(Enum.GetValues<DayOfWeek>(), 8).Should().Be(Schedule.Daily(8));
        Schedule.Daily(8).Should().NotBe(Schedule.Daily(8, 1));
    }

    [Fact]
    public void A_schedule_can_be_read_in_a_log()
    {
        Schedule.Daily(8).ToString().Should().Be("daily at 08:00");
        Schedule.Weekly([DayOfWeek.Sunday, DayOfWeek.Monday], 16, 5).ToString().Should().Be("Monday, Sunday at 16:05");
    }
}
