using FsCheck;
using FsCheck.Fluent;
using SystemLog.Work;

namespace SystemLog.Tests.Work;

public sealed class RetryPolicyTests
{
    private static readonly RetryPolicy s_policy = new(5, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1));

    [Theory]
    [InlineData(1, 0, 5)]
    [InlineData(1, 1, 10)]
    [InlineData(2, 0, 10)]
    [InlineData(2, 1, 20)]
    [InlineData(3, 1, 40)]
    [InlineData(4, 1, 60)]
    public void Pauses_double_up_to_the_longest_and_half_of_each_is_chance(int attempt, double chance, double seconds)
    {
        s_policy.PauseAfter(attempt, chance).Should().Be(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public void After_the_last_attempt_there_is_no_pause()
    {
        s_policy.PauseAfter(5, 0.5).Should().BeNull();
    }

    [Theory]
    [InlineData(1, 90, 90)]
    [InlineData(4, 1, 60)]
    public void What_the_other_side_asks_for_wins_where_it_is_longer(int attempt, int asked, int seconds)
    {
        s_policy.PauseAfter(attempt, 1, TimeSpan.FromSeconds(asked)).Should().Be(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public void Whatever_the_policy_pauses_never_shrink_and_never_pass_the_longest()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<(PositiveInt Attempts, PositiveInt First, PositiveInt Longest)>(), numbers =>
        {
            var policy = new RetryPolicy(Math.Min(numbers.Attempts.Get, 200), TimeSpan.FromMilliseconds(numbers.First.Get), TimeSpan.FromSeconds(numbers.Longest.Get));
            var pauses = Enumerable.Range(1, policy.Attempts - 1).Select(attempt => policy.PauseAfter(attempt, 1)!.Value).ToList();

            pauses.Should().BeInAscendingOrder();
            pauses.Where(pause => pause > policy.Longest).Should().BeEmpty();
        }).QuickCheckThrowOnFailure();
    }
}
