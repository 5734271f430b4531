using SystemLog.Subjects;
using SystemLog.Work;

namespace SystemLog.Conformance.Work;

public abstract class WorkStoreTests(IStorageFixture storage)
{

    // Leases and due times are the database's own: a lease that has run out is one of no length.
    private static readonly TimeSpan s_noLease = TimeSpan.Zero;
    private static readonly DateTimeOffset s_inAges = new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly WorkOfOneKind _work = new(storage);

    [Fact]
    public async Task The_same_intent_is_queued_once_and_another_shop_or_kind_has_its_own()
    {
        var work = _work.New("digest 2026-03-02");

        var first = await storage.Work.EnqueueAsync([work, work with { Shop = Any.Shop() }, work with { Kind = $"kind-{Any.Number()}" }]);
        var again = await storage.Work.EnqueueAsync([work with { Payload = """{"other":1}""" }, _work.New("digest 2026-03-03")]);

        (first, again).Should().Be((3, 1));
        (await _work.FindAsync(work.Key)).Payload.Should().Be("{}");
    }

    [Fact]
    public async Task What_is_queued_comes_back_whole()
    {
        var work = _work.New("a") with { Subject = SubjectRef.Order("1001"), OrderKey = "order 1001", Payload = """{"amount":1}""", PayloadVersion = 3 };
        await storage.Work.EnqueueAsync([work]);

        var claimed = (await _work.ClaimAsync()).Single();

        claimed.Item.Should().BeEquivalentTo(new
        {
            work.Shop, work.Kind, work.Key, work.Subject, work.DueAt, work.OrderKey, work.Payload, work.PayloadVersion,
            State = WorkState.Running, Attempts = 1, Reason = (string?)null, EndedAt = (DateTimeOffset?)null,
        });
    }

    [Fact]
    public async Task Only_what_is_due_is_claimed_the_longest_due_first_and_no_more_than_asked_for()
    {
        await storage.Work.EnqueueAsync([_work.New("c", minute: 3), _work.New("a", minute: 1), _work.New("b", minute: 2), _work.New("later") with { DueAt = s_inAges }]);

        var first = await _work.ClaimAsync(limit: 2);
        var rest = await _work.ClaimAsync();

        first.Select(claimed => claimed.Item.Key).Should().Equal("a", "b");
        rest.Select(claimed => claimed.Item.Key).Should().Equal("c");
    }

    [Fact]
    public async Task Items_of_one_order_key_run_one_after_the_other()
    {
        await storage.Work.EnqueueAsync([_work.New("1", minute: 5) with { OrderKey = "order" }, _work.New("2", minute: 1) with { OrderKey = "order" }, _work.New("other")]);

        var first = await _work.ClaimAsync();
        var meanwhile = await _work.ClaimAsync();
        await _work.EndAsync(first.Single(claimed => claimed.Item.Key == "1"), new WorkOutcome.Done());
        var then = await _work.ClaimAsync();

        first.Select(claimed => claimed.Item.Key).Should().BeEquivalentTo("1", "other");
        meanwhile.Should().BeEmpty();
        then.Select(claimed => claimed.Item.Key).Should().Equal("2");
    }

    public static TheoryData<WorkOutcome> PoisonousEnds { get; } = [new WorkOutcome.Failed("no"), new WorkOutcome.Unknown("?"), new WorkOutcome.Parked("whose?")];

    [Theory]
    [MemberData(nameof(PoisonousEnds))]
    public async Task What_fails_holds_nobody_up(WorkOutcome outcome)
    {
        await storage.Work.EnqueueAsync([_work.New("1") with { OrderKey = "order" }, _work.New("2") with { OrderKey = "order" }]);

        await _work.EndAsync((await _work.ClaimAsync()).Single(), outcome);

        (await _work.ClaimAsync()).Select(claimed => claimed.Item.Key).Should().Equal("2");
    }

    [Fact]
    public async Task What_waits_for_its_next_attempt_holds_up_those_behind_it()
    {
        await storage.Work.EnqueueAsync([_work.New("1") with { OrderKey = "order" }, _work.New("2") with { OrderKey = "order" }]);

        await _work.EndAsync((await _work.ClaimAsync()).Single(), new WorkOutcome.TryAgain("busy"));

        (await _work.ClaimAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_try_again_waits_for_its_pause_and_keeps_the_reason_without_secrets()
    {
        await storage.Work.EnqueueAsync([_work.New("a")]);
        var claimed = (await _work.ClaimAsync()).Single();

        var held = await storage.Work.EndAsync(claimed, new(WorkState.Waiting, TimeSpan.FromHours(1), "tryAgain", "card 4111 1111 1111 1111 said no"));

        held.Should().BeTrue();
        (await _work.ClaimAsync()).Should().BeEmpty();
        var item = await _work.FindAsync("a");
        item.State.Should().Be(WorkState.Waiting);
        item.Reason.Should().StartWith("card 4111").And.NotContain("1111 1111");
        item.DueAt.Should().BeAfter(item.QueuedAt.AddMinutes(59)).And.BeBefore(s_inAges);
    }

    [Fact]
    public async Task After_its_lease_an_item_goes_to_another_and_the_first_can_write_nothing_more()
    {
        await storage.Work.EnqueueAsync([_work.New("a")]);
        var frozen = (await storage.Work.ClaimAsync(new(_work.Kind, "node 1", s_noLease, 10))).Single();

        var taken = (await storage.Work.ClaimAsync(new(_work.Kind, "node 2", WorkOfOneKind.Lease, 10))).Single();
        var late = await _work.EndAsync(frozen, new WorkOutcome.Failed("late"));
        var lateLease = await storage.Work.ExtendAsync(frozen, WorkOfOneKind.Lease);
        var done = await _work.EndAsync(taken, new WorkOutcome.Done());

        (late, lateLease, done).Should().Be((false, false, true));
        taken.Token.Should().BeGreaterThan(frozen.Token);
        (await _work.FindAsync("a")).Should().BeEquivalentTo(new { State = WorkState.Succeeded, Attempts = 2, Reason = (string?)null });
        (await storage.WorkQueries.AttemptsAsync(taken.Item.Id)).Select(attempt => (attempt.Number, attempt.Owner, attempt.Outcome))
            .Should().Equal((1, "node 1", "lost"), (2, "node 2", "done"));
    }

    [Fact]
    public async Task A_lease_made_longer_keeps_the_item()
    {
        await storage.Work.EnqueueAsync([_work.New("a")]);
        var claimed = (await storage.Work.ClaimAsync(new(_work.Kind, "node 1", s_noLease, 10))).Single();

        var held = await storage.Work.ExtendAsync(claimed, WorkOfOneKind.Lease);

        held.Should().BeTrue();
        (await _work.ClaimAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task An_end_is_written_once()
    {
        await storage.Work.EnqueueAsync([_work.New("a")]);
        var claimed = (await _work.ClaimAsync()).Single();

        var first = await _work.EndAsync(claimed, new WorkOutcome.Done());
        var second = await _work.EndAsync(claimed, new WorkOutcome.Failed("changed my mind"));

        (first, second).Should().Be((true, false));
        (await _work.FindAsync("a")).EndedAt.Should().NotBeNull();
    }

    [Fact]
    public async Task A_node_lost_behind_the_point_of_no_return_leaves_an_unknown_outcome_that_nobody_tries_again()
    {
        await storage.Work.EnqueueAsync([_work.New("a")]);
        var claimed = (await _work.ClaimAsync()).Single();
        (await storage.Work.PassPointOfNoReturnAsync(claimed, s_noLease)).Should().BeTrue();

        var others = await _work.ClaimAsync();

        others.Should().BeEmpty();
        (await _work.FindAsync("a")).Should().BeEquivalentTo(new { State = WorkState.Unknown, Reason = "The node was lost behind the point of no return." });
        (await _work.EndAsync(claimed, new WorkOutcome.Done())).Should().BeFalse();
    }

    [Fact]
    public async Task Whoever_has_lost_the_lease_does_not_pass_the_point_of_no_return()
    {
        await storage.Work.EnqueueAsync([_work.New("a")]);
        var frozen = (await storage.Work.ClaimAsync(new(_work.Kind, "node 1", s_noLease, 10))).Single();
        await _work.ClaimAsync();

        (await storage.Work.PassPointOfNoReturnAsync(frozen, WorkOfOneKind.Lease)).Should().BeFalse();
    }

    [Theory]
    [InlineData(false, WorkState.Waiting)]
    [InlineData(true, WorkState.Unknown)]
    public async Task An_attempt_cut_short_is_tried_again_only_before_the_point_of_no_return(bool isPast, WorkState state)
    {
        var claimed = await _work.QueueAndClaimAsync("a");
        if (isPast)
        {
            await storage.Work.PassPointOfNoReturnAsync(claimed, WorkOfOneKind.Lease);
        }

        await storage.Work.EndAsync(claimed, WorkEnd.WithoutOutcome("It took too long.", 1, RetryPolicy.Default, chance: 0));

        (await _work.FindAsync("a")).Should().BeEquivalentTo(new { State = state, Reason = "It took too long." });
    }

    [Fact]
    public async Task A_handler_that_says_it_was_not_done_is_believed_behind_the_point_of_no_return()
    {
        var claimed = await _work.QueueAndClaimAsync("a");
        await storage.Work.PassPointOfNoReturnAsync(claimed, WorkOfOneKind.Lease);

        await storage.Work.EndAsync(claimed, WorkEnd.Of(new WorkOutcome.TryAgain("refused for now"), 1, new(3, TimeSpan.Zero, TimeSpan.Zero), chance: 0));
        var again = (await storage.Work.ClaimAsync(new(_work.Kind, "node", s_noLease, 10))).Single();

        // The second attempt has not passed it, so a node lost now costs nothing.
        (await _work.ClaimAsync()).Single().Item.Tries.Should().Be(again.Item.Tries + 1);
    }

    [Fact]
    public async Task What_a_done_attempt_tells_is_kept()
    {
        var claimed = await _work.QueueAndClaimAsync("a");

        await _work.EndAsync(claimed, new WorkOutcome.Done("""{"sent":3}"""));

        (await _work.FindAsync("a")).Result.Should().Be("""{"sent":3}""");
    }

    [Fact]
    public async Task What_causes_work_is_written_with_it_or_neither_is()
    {
        var before = async () => await storage.Work.EnqueueAsync([_work.New("a")], _ => throw new InvalidOperationException("the order is gone"));

        await before.Should().ThrowAsync<InvalidOperationException>();

        (await storage.WorkQueries.FindAsync(_work.Shop, _work.Kind, "a")).Should().BeNull();
        (await storage.Work.EnqueueAsync([_work.New("a")], _ => Task.CompletedTask)).Should().Be(1);
    }

    [Fact]
    public async Task A_connection_to_something_else_is_refused()
    {
        await using var foreign = new Microsoft.Data.Sqlite.SqliteConnection("Data Source=:memory:");

        var enqueue = async () => await storage.Work.EnqueueAsync([_work.New("a")], foreign);

        await enqueue.Should().ThrowAsync<ArgumentException>().WithMessage("*SqliteConnection*");
    }

    [Fact]
    public async Task Many_claiming_at_once_share_the_work_without_doing_any_twice()
    {
        const int Items = 400;
        await storage.Work.EnqueueAsync([.. Enumerable.Range(0, Items).Select(number => _work.New($"{number}") with { OrderKey = number % 2 == 0 ? $"order {number % 7}" : null })]);
        var done = new System.Collections.Concurrent.ConcurrentBag<string>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(node => Task.Run(async () =>
        {
            while (done.Count < Items)
            {
                foreach (var claimed in await storage.Work.ClaimAsync(new(_work.Kind, $"node {node}", WorkOfOneKind.Lease, 10)))
                {
                    if (await _work.EndAsync(claimed, new WorkOutcome.Done()))
                    {
                        done.Add(claimed.Item.Key);
                    }
                }
            }
        })));

        done.Should().HaveCount(Items).And.OnlyHaveUniqueItems();
    }
}
