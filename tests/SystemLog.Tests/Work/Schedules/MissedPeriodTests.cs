using SystemLog.Work.Schedules;
using static SystemLog.Tests.Work.Schedules.Zones;

namespace SystemLog.Tests.Work.Schedules;

public sealed class MissedPeriodTests
{
    private static readonly Schedule EveryMorning = Schedule.Daily(8);

    [Fact]
    public void Nothing_is_due_before_its_time()
    {
        var due = EveryMorning.DueAt(Utc(2026, 1, 15, 6, 59), new(2026, 1, 14), Oslo);

        due.Should().BeSameAs(EveryMorning.DueAt(Utc(2026, 1, 14, 7), new(2026, 1, 14), Oslo));
        due.Run.Should().BeNull();
        due.PassedOver.Should().BeEmpty();
    }

    [Fact]
    public void The_next_period_runs_when_its_time_has_come()
    {
        var due = EveryMorning.DueAt(Utc(2026, 1, 15, 7), new(2026, 1, 14), Oslo);

        due.Run!.LocalDate.Should().Be(new DateOnly(2026, 1, 15));
        due.PassedOver.Should().BeEmpty();
    }

    [Fact]
    public void A_period_missed_while_everything_was_down_is_made_up()
    {
        var due = EveryMorning.DueAt(Utc(2026, 1, 16, 6), new(2026, 1, 14), Oslo);

        due.Run!.LocalDate.Should().Be(new DateOnly(2026, 1, 15));
        due.PassedOver.Should().BeEmpty();
    }

    [Fact]
    public void Of_several_missed_periods_the_newest_is_made_up_and_the_others_are_named()
    {
        var due = EveryMorning.DueAt(Utc(2026, 1, 18, 6), new(2026, 1, 14), Oslo);

        due.Run!.LocalDate.Should().Be(new DateOnly(2026, 1, 17));
        due.PassedOver.Should().Equal(new DateOnly(2026, 1, 15), new DateOnly(2026, 1, 16));
    }

    [Fact]
    public void A_missed_week_names_its_chosen_weekdays_only()
    {
        var due = Schedule.Weekly([DayOfWeek.Monday, DayOfWeek.Thursday], 8).DueAt(Utc(2026, 1, 23, 12), new(2026, 1, 12), Oslo);

        due.Run!.LocalDate.Should().Be(new DateOnly(2026, 1, 22));
        due.PassedOver.Should().Equal(new DateOnly(2026, 1, 15), new DateOnly(2026, 1, 19));
    }

    [Fact]
    public void A_pause_of_years_stays_bounded()
    {
        var due = EveryMorning.DueAt(Utc(2026, 1, 15, 12), DateOnly.MinValue, Oslo);

        due.Run!.LocalDate.Should().Be(new DateOnly(2026, 1, 15));
        due.PassedOver.Should().HaveCount(366).And.BeInAscendingOrder();
        due.PassedOver[^1].Should().Be(new DateOnly(2026, 1, 14));
    }

    [Fact]
    public void A_clock_that_goes_back_makes_no_second_period()
    {
        var done = EveryMorning.DueAt(Utc(2026, 1, 15, 7), new(2026, 1, 14), Oslo).Run!.LocalDate;

        EveryMorning.DueAt(Utc(2026, 1, 14, 6), done, Oslo).Run.Should().BeNull();
        EveryMorning.DueAt(Utc(2026, 1, 15, 7), done, Oslo).Run.Should().BeNull();
        EveryMorning.DueAt(Utc(2026, 1, 16, 7), done, Oslo).Run!.LocalDate.Should().Be(new DateOnly(2026, 1, 16));
    }

    [Fact]
    public void A_later_hour_chosen_after_todays_period_does_not_repeat_it()
    {
        var evenings = Schedule.Daily(20);

        evenings.DueAt(Utc(2026, 1, 15, 21), new(2026, 1, 15), Oslo).Run.Should().BeNull();
    }

    [Fact]
    public void A_schedule_that_is_turned_on_begins_with_its_next_period()
    {
        var turnedOn = Utc(2026, 1, 15, 12);
        var done = EveryMorning.PeriodAt(turnedOn, Oslo).LocalDate;

        EveryMorning.DueAt(turnedOn, done, Oslo).Run.Should().BeNull();
        EveryMorning.DueAt(EveryMorning.NextAfter(turnedOn, Oslo).DueAt, done, Oslo).Should().BeEquivalentTo(
            new DuePeriods(EveryMorning.NextAfter(turnedOn, Oslo), []));
    }

    [Fact]
    public void A_period_may_run_until_it_is_two_periods_old()
    {
        var period = EveryMorning.PeriodAt(Utc(2026, 1, 15, 7), Oslo);

        period.MayRunAt(Utc(2026, 1, 15, 7).AddTicks(-1)).Should().BeFalse();
        period.MayRunAt(Utc(2026, 1, 15, 7)).Should().BeTrue();
        period.MayRunAt(Utc(2026, 1, 17, 7).AddTicks(-1)).Should().BeTrue();
        period.MayRunAt(Utc(2026, 1, 17, 7)).Should().BeFalse();
    }

    [Fact]
    public void Two_periods_of_chosen_weekdays_are_the_two_intervals_that_follow()
    {
        var mondaysAndThursdays = Schedule.Weekly([DayOfWeek.Monday, DayOfWeek.Thursday], 8);

        mondaysAndThursdays.PeriodAt(Utc(2026, 1, 12, 12), Oslo).MakeUpBefore.Should().Be(Utc(2026, 1, 19, 7));
        mondaysAndThursdays.PeriodAt(Utc(2026, 3, 26, 12), Oslo).MakeUpBefore.Should().Be(Utc(2026, 4, 2, 6), "the clocks changed on the 29th");
        Schedule.Weekly([DayOfWeek.Monday], 8).PeriodAt(Utc(2026, 1, 12, 12), Oslo).MakeUpBefore.Should().Be(Utc(2026, 1, 26, 7));
    }
}
