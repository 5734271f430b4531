using SystemLog.Torture.Checks;
using SystemLog.Torture.Databases;
using SystemLog.Torture.Ledgers;

namespace SystemLog.Torture.Tests.Checks;

/// <summary>What no planted fault shows for sure in a small run, shown on histories written by hand.</summary>
public sealed class PromisesTests
{
    private const string Key = "once/1-0";

    [Theory]
    [InlineData("No", 0)]
    [InlineData("Yes", 1)]
    public void A_late_write_must_be_refused(string answer, int violations)
    {
        var history = Of(
            "Owner 1 0 - 0 first", "Stop 1 10 - 0 -", "Cont 1 900 - 0 -", $"Ask 1 901 {Key} 1 extend", $"{answer} 1 902 {Key} 1 extend");

        Promises.LateAnswers(history).Should().HaveCount(1);
        Promises.LateWritesAreRefused(history).Should().HaveCount(violations);
    }

    [Fact]
    public void A_write_asked_for_before_the_freeze_is_not_late()
    {
        var history = Of("Owner 1 0 - 0 first", $"Ask 1 9 {Key} 1 pass", "Stop 1 10 - 0 -", "Cont 1 900 - 0 -", $"Yes 1 901 {Key} 1 pass");

        Promises.LateAnswers(history).Should().BeEmpty();
    }

    [Theory]
    [InlineData("Kill 1 10 - 0 -", 0)]
    [InlineData("Stop 1 10 - 0 -", 0)]
    [InlineData("Ready 1 10 - 0 -", 1)]
    public void Unknown_needs_a_node_that_died_or_froze(string line, int violations)
    {
        var history = Of("Owner 1 0 - 0 first", $"Ask 1 9 {Key} 1 pass", line);

        Promises.UnknownHasACause(history).Should().HaveCount(violations);
    }

    [Fact]
    public void Unknown_needs_a_point_of_no_return()
    {
        var history = Of("Owner 1 0 - 0 first", $"Begin 1 9 {Key} 1 -", "Kill 1 10 - 0 -");

        Promises.UnknownHasACause(history).Should().ContainSingle();
    }

    [Fact]
    public void What_begins_again_after_its_end_was_visible_is_found()
    {
        var history = Of("Owner 1 0 - 0 first", $"Begin 1 1 {Key} 1 -", $"Yes 1 2 {Key} 1 end:done", $"Begin 2 3 {Key} 2 -");

        Promises.NothingBeginsAfterTheEnd(history).Should().ContainSingle();
    }

    [Theory]
    [InlineData("shared/1", 1)]
    [InlineData("-", 0)]
    public void Items_of_one_order_key_that_overlap_are_found(string order, int violations)
    {
        var lines = new[]
        {
            $"Ack 1 0 a 0 {order}", $"Ack 1 0 b 0 {order}", "Begin 1 1 b 1 -", "Begin 1 2 a 1 -", "Reported 1 3 b 1 done", "Reported 1 4 a 1 done",
        };
        var items = new[] { "a", "b" }.Select(key => new ItemRow { Kind = "idempotent", Key = key, State = 2, Attempts = 1 });

        Promises.OrderIsKept(new([.. lines.Select(LedgerLine.Parse)], [.. items], [])).Should().HaveCount(violations);
    }

    [Theory]
    [InlineData(499, 1)]
    [InlineData(500, 0)]
    public void What_was_taken_over_may_act_late_but_not_before(long at, int violations)
    {
        var history = Of("Owner 1 0 - 0 first", $"Yes 2 490 {Key} 2 end:done", $"Effect 1 {at} {Key} 1 -");

        Promises.NothingBeginsAfterTheEnd(history).Should().HaveCount(violations);
        history.TakenFromTheSlow().Should().Be(1);
    }

    [Fact]
    public void Take_overs_are_counted_from_the_death_of_the_node()
    {
        var history = Of("Owner 1 0 - 0 first", "Kill 1 300 - 0 -");

        history.TakeOvers().Should().Equal(200);
    }

    /// <summary>The only item is unknown, and its only attempt was taken over at 500.</summary>
    private static History Of(params string[] lines) => new(
        [.. lines.Select(LedgerLine.Parse)],
        [new() { Kind = "once", Key = Key, State = 4, Attempts = 1 }],
        [new() { Key = Key, Number = 1, Owner = "first", EndedAt = 500, Outcome = AttemptRow.Lost }]);
}
