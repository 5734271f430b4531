using SystemLog.Work;

namespace SystemLog.Conformance.Work;

public abstract class WorkDecisionTests(IStorageFixture storage)
{
    private readonly WorkOfOneKind _work = new(storage);

    public static TheoryData<WorkOutcome> Stuck { get; } = [new WorkOutcome.Failed("no"), new WorkOutcome.Unknown("?"), new WorkOutcome.Parked("whose?")];

    [Theory]
    [MemberData(nameof(Stuck))]
    public async Task What_is_stuck_runs_again_with_all_its_attempts_and_says_who_wanted_it(WorkOutcome outcome)
    {
        var claimed = await _work.QueueAndClaimAsync("a");
        await _work.EndAsync(claimed, outcome);

        var changed = await storage.Work.RunAgainAsync(_work.Shop, claimed.Item.Id, Any.Clerk);
        var again = (await _work.ClaimAsync()).Single().Item;

        changed.Should().BeTrue();
        again.Should().BeEquivalentTo(new { State = WorkState.Running, Attempts = 2, Tries = 1, EndedAt = (DateTimeOffset?)null });
        (await storage.WorkQueries.DecisionsAsync(again.Id)).Select(decision => (decision.Kind, decision.Actor))
            .Should().Equal((WorkDecisionKind.RunAgain, Any.Clerk));
    }

    [Fact]
    public async Task What_runs_again_waits_for_a_later_one_of_its_order_that_is_being_done()
    {
        await storage.Work.EnqueueAsync([_work.New("first") with { OrderKey = "1001" }, _work.New("second") with { OrderKey = "1001" }]);
        var first = (await _work.ClaimAsync()).Single();
        await _work.EndAsync(first, new WorkOutcome.Failed("no"));
        var second = (await _work.ClaimAsync()).Single();

        await storage.Work.RunAgainAsync(_work.Shop, first.Item.Id, Any.Clerk);
        var meanwhile = await _work.ClaimAsync();
        await _work.EndAsync(second, new WorkOutcome.Done());
        var after = await _work.ClaimAsync();

        meanwhile.Should().BeEmpty();
        after.Should().ContainSingle().Which.Item.Id.Should().Be(first.Item.Id);
    }

    [Fact]
    public async Task What_is_done_or_being_done_is_not_run_again()
    {
        var running = await _work.QueueAndClaimAsync("running");
        var done = await _work.QueueAndClaimAsync("done");
        await _work.EndAsync(done, new WorkOutcome.Done());

        (await storage.Work.RunAgainAsync(_work.Shop, running.Item.Id, Any.Clerk)).Should().BeFalse();
        (await storage.Work.RunAgainAsync(_work.Shop, done.Item.Id, Any.Clerk)).Should().BeFalse();
        (await storage.WorkQueries.DecisionsAsync(done.Item.Id)).Should().BeEmpty();
    }

    [Fact]
    public async Task What_waits_or_is_stuck_can_be_cancelled_and_run_again_after_all()
    {
        await storage.Work.EnqueueAsync([_work.New("waiting")]);
        var item = await _work.FindAsync("waiting");

        var cancelled = await storage.Work.CancelAsync(_work.Shop, item.Id, Any.Clerk);

        cancelled.Should().BeTrue();
        (await _work.ClaimAsync()).Should().BeEmpty();
        (await storage.Work.RunAgainAsync(_work.Shop, item.Id, Any.Clerk)).Should().BeTrue();
        (await _work.ClaimAsync()).Should().ContainSingle();
        (await storage.WorkQueries.DecisionsAsync(item.Id)).Select(decision => decision.Kind)
            .Should().Equal(WorkDecisionKind.Cancel, WorkDecisionKind.RunAgain);
    }

    [Fact]
    public async Task What_is_being_done_cannot_be_cancelled()
    {
        var claimed = await _work.QueueAndClaimAsync("a");

        (await storage.Work.CancelAsync(_work.Shop, claimed.Item.Id, Any.Clerk)).Should().BeFalse();
        (await _work.EndAsync(claimed, new WorkOutcome.Done())).Should().BeTrue();
    }

    [Fact]
    public async Task A_cancelled_item_lets_those_behind_it_go_on()
    {
        await storage.Work.EnqueueAsync([_work.New("1") with { OrderKey = "order", DueAt = DateTimeOffset.MaxValue.AddYears(-1) }, _work.New("2") with { OrderKey = "order" }]);
        (await _work.ClaimAsync()).Should().BeEmpty();

        await storage.Work.CancelAsync(_work.Shop, (await _work.FindAsync("1")).Id, Any.Clerk);

        (await _work.ClaimAsync()).Select(claimed => claimed.Item.Key).Should().Equal("2");
    }

    [Fact]
    public async Task Another_shop_decides_nothing()
    {
        var claimed = await _work.QueueAndClaimAsync("a");
        await _work.EndAsync(claimed, new WorkOutcome.Failed("no"));

        (await storage.Work.RunAgainAsync(Any.Shop(), claimed.Item.Id, Any.Clerk)).Should().BeFalse();
        (await storage.Work.CancelAsync(Any.Shop(), claimed.Item.Id, Any.Clerk)).Should().BeFalse();
        (await storage.WorkQueries.FindAsync(Any.Shop(), claimed.Item.Id)).Should().BeNull();
    }

    [Fact]
    public async Task Of_many_who_decide_at_once_one_does()
    {
        var claimed = await _work.QueueAndClaimAsync("a");
        await _work.EndAsync(claimed, new WorkOutcome.Unknown("no answer"));

        var decided = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => storage.Work.RunAgainAsync(_work.Shop, claimed.Item.Id, Any.Clerk))));

        decided.Count(yes => yes).Should().Be(1);
        (await storage.WorkQueries.DecisionsAsync(claimed.Item.Id)).Should().ContainSingle();
    }
}
