using SystemLog.Torture.Nodes;

namespace SystemLog.Torture.Tests.Nodes;

public sealed class VirtualCalendarTests
{
    private static readonly DateTimeOffset s_begun = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_day_passes_in_a_second_and_yesterdays_dates_are_asked_for_again()
    {
        var calendar = new VirtualCalendar(TimeSpan.FromSeconds(1), Periods: 100);

        var due = calendar.DueAt(s_begun, s_begun + TimeSpan.FromSeconds(2.5));

        due.Should().Equal(new DateOnly(2026, 10, 3), new DateOnly(2026, 10, 2), new DateOnly(2026, 10, 1));
    }

    [Fact]
    public void It_ends_after_its_periods()
    {
        var calendar = new VirtualCalendar(TimeSpan.FromSeconds(1), Periods: 2);

        var due = calendar.DueAt(s_begun, s_begun + TimeSpan.FromSeconds(10));

        due.Should().BeEquivalentTo(calendar.Dates).And.HaveCount(2);
    }
}
