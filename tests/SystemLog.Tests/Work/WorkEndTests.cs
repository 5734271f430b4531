using SystemLog.Work;

namespace SystemLog.Tests.Work;

public sealed class WorkEndTests
{
    private static readonly RetryPolicy s_policy = new(2, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1));

    public static TheoryData<WorkOutcome, int, WorkState> Ends { get; } = new()
    {
        { new WorkOutcome.Done(), 1, WorkState.Succeeded },
        { new WorkOutcome.TryAgain("busy"), 1, WorkState.Waiting },
        { new WorkOutcome.TryAgain("busy"), 2, WorkState.Failed },
        { new WorkOutcome.Failed("no"), 1, WorkState.Failed },
        { new WorkOutcome.Unknown("?"), 1, WorkState.Unknown },
        { new WorkOutcome.Parked("whose?"), 1, WorkState.Parked },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public void An_outcome_decides_the_state(WorkOutcome outcome, int attempt, WorkState state)
    {
        var end = WorkEnd.Of(outcome, attempt, s_policy, chance: 1);

        end.State.Should().Be(state);
        end.Pause.HasValue.Should().Be(state == WorkState.Waiting);
        (end.Reason is null).Should().Be(state == WorkState.Succeeded);
    }
}
