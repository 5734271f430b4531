using SystemLog.Torture.Checks;
using SystemLog.Torture.Clerks;

namespace SystemLog.Torture.Tests.Checks;

public sealed class OneWinnerTests
{
    private static readonly Dictionary<int, long> s_kept = new() { [1] = 2 };

    [Fact]
    public void One_winner_and_others_who_know_is_as_it_should_be() => Violations(Won(1), Lost(2)).Should().BeEmpty();

    [Fact]
    public void Two_winners_are_seen() => Violations(Won(1), Won(2)).Should().ContainSingle().Which.Should().Contain("2 winners (1, 2)");

    [Fact]
    public void Nobody_who_wins_is_seen() => Violations(Lost(1), Lost(2)).Should().ContainSingle().Which.Should().Contain("0 winners");

    [Fact]
    public void Whoever_is_told_an_old_state_is_seen() =>
        Violations(Won(1), Lost(2) with { Status = "NotApproved", Version = 1 }).Should().ContainSingle().Which.Should().Contain("clerk 2 was told");

    [Fact]
    public void Whoever_is_told_nothing_is_seen() => Violations(Won(1)).Should().ContainSingle().Which.Should().Contain("1 answers for 2 clerks");

    [Fact]
    public void A_change_too_many_in_the_database_is_seen() =>
        OneWinner.Violations(2, 1, [Won(1), Lost(2)], new Dictionary<int, long> { [1] = 3 }).Should().ContainSingle().Which.Should().Contain("3 changes");

    [Fact]
    public void A_line_is_read_as_it_was_written() => Told.Parse(Lost(2).ToString()).Should().Be(Lost(2));

    private static IEnumerable<string> Violations(params Told[] told) => OneWinner.Violations(2, 1, told, s_kept);

    private static Told Won(int clerk) => new(clerk, 1, "Changed", "Approved", 2, 0);

    private static Told Lost(int clerk) => new(clerk, 1, "NoChange", "Approved", 2, 1);
}
