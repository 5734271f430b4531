using SystemLog.Subjects;
using SystemLog.Work;

namespace SystemLog.Conformance.Work;

public abstract class WorkStoreTests(IStorageFixture storage)
{
    private static readonly TimeSpan s_lease = TimeSpan.FromMinutes(5);

    // Leases and due times are the database's own: a lease that has run out is one of no length.
    private static readonly TimeSpan s_noLease = TimeSpan.Zero;
    private static readonly DateTimeOffset s_longAgo = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset s_inAges = new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string _shop = Any.Shop();
    private readonly string _kind = $"kind-{Any.Number()}";

    [Fact]
    public async Task The_same_intent_is_queued_once_and_another_shop_or_kind_has_its_own()
    {
        var work = Work("digest 2026-03-02");

        var first = await storage.Work.EnqueueAsync([work, work with { Shop = Any.Shop() }, work with { Kind = $"kind-{Any.Number()}" }]);
        var again = await storage.Work.EnqueueAsync([work with { Payload = """{"other":1}""" }, Work("digest 2026-03-03")]);

        (first, again).Should().Be((3, 1));
        (await FindAsync(work.Key)).Payload.Should().Be("{}");
    }

    [Fact]
    public async Task What_is_queued_comes_back_whole()
    {
        var work = Work("a") with { Subject = SubjectRef.Order("1001"), OrderKey = "order 1001", Payload = """{"amount":1}""", PayloadVersion = 3 };
        await storage.Work.EnqueueAsync([work]);

        var claimed = (await ClaimAsync()).Single();

        claimed.Item.Should().BeEquivalentTo(new
        {
            work.Shop, work.Kind, work.Key, work.Subject, work.DueAt, work.OrderKey, work.Payload, work.PayloadVersion,
            State = WorkState.Running, Attempts = 1, Reason = (string?)null, EndedAt = (DateTimeOffset?)null,
        });
    }

    [Fact]
    public async Task Only_what_is_due_is_claimed_the_longest_due_first_and_no_more_than_asked_for()
    {
        await storage.Work.EnqueueAsync([Work("c", minute: 3), Work("a", minute: 1), Work("b", minute: 2), Work("later") with { DueAt = s_inAges }]);

        var first = await ClaimAsync(limit: 2);
        var rest = await ClaimAsync();

        first.Select(claimed => claimed.Item.Key).Should().Equal("a", "b");
        rest.Select(claimed => claimed.Item.Key).Should().Equal("c");
    }

    [Fact]
    public async Task Items_of_one_order_key_run_one_after_the_other()
    {
        await storage.Work.EnqueueAsync([Work("1", minute: 5) with { OrderKey = "order" }, Work("2", minute: 1) with { OrderKey = "order" }, Work("other")]);

        var first = await ClaimAsync();
        var meanwhile = await ClaimAsync();
        await EndAsync(first.Single(claimed => claimed.Item.Key == "1"), new WorkOutcome.Done());
        var then = await ClaimAsync();

        first.Select(claimed => claimed.Item.Key).Should().BeEquivalentTo("1", "other");
        meanwhile.Should().BeEmpty();
        then.Select(claimed => claimed.Item.Key).Should().Equal("2");
    }

    public static TheoryData<WorkOutcome> PoisonousEnds { get; } = [new WorkOutcome.Failed("no"), new WorkOutcome.Unknown("?"), new WorkOutcome.Parked("whose?")];

    [Theory]
    [MemberData(nameof(PoisonousEnds))]
    public async Task What_fails_holds_nobody_up(WorkOutcome outcome)
    {
        await storage.Work.EnqueueAsync([Work("1") with { OrderKey = "order" }, Work("2") with { OrderKey = "order" }]);

        await EndAsync((await ClaimAsync()).Single(), outcome);

        (await ClaimAsync()).Select(claimed => claimed.Item.Key).Should().Equal("2");
    }

    [Fact]
    public async Task What_waits_for_its_next_attempt_holds_up_those_behind_it()
    {
        await storage.Work.EnqueueAsync([Work("1") with { OrderKey = "order" }, Work("2") with { OrderKey = "order" }]);

        await EndAsync((await ClaimAsync()).Single(), new WorkOutcome.TryAgain("busy"));

        (await ClaimAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_try_again_waits_for_its_pause_and_keeps_the_reason_without_secrets()
    {
        await storage.Work.EnqueueAsync([Work("a")]);
        var claimed = (await ClaimAsync()).Single();

        var held = await storage.Work.EndAsync(claimed, new(WorkState.Waiting, TimeSpan.FromHours(1), "tryAgain", "card 4111 1111 1111 1111 said no"));

        held.Should().BeTrue();
        (await ClaimAsync()).Should().BeEmpty();
        var item = await FindAsync("a");
        item.State.Should().Be(WorkState.Waiting);
        item.Reason.Should().StartWith("card 4111").And.NotContain("1111 1111");
        item.DueAt.Should().BeAfter(item.QueuedAt.AddMinutes(59)).And.BeBefore(s_inAges);
    }

    [Fact]
    public async Task After_its_lease_an_item_goes_to_another_and_the_first_can_write_nothing_more()
    {
        await storage.Work.EnqueueAsync([Work("a")]);
        var frozen = (await storage.Work.ClaimAsync(new(_kind, "node 1", s_noLease, 10))).Single();

        var taken = (await storage.Work.ClaimAsync(new(_kind, "node 2", s_lease, 10))).Single();
        var late = await EndAsync(frozen, new WorkOutcome.Failed("late"));
        var lateLease = await storage.Work.ExtendAsync(frozen, s_lease);
        var done = await EndAsync(taken, new WorkOutcome.Done());

        (late, lateLease, done).Should().Be((false, false, true));
        taken.Token.Should().BeGreaterThan(frozen.Token);
        (await FindAsync("a")).Should().BeEquivalentTo(new { State = WorkState.Succeeded, Attempts = 2, Reason = (string?)null });
        (await storage.Work.AttemptsAsync(taken.Item.Id)).Select(attempt => (attempt.Number, attempt.Owner, attempt.Outcome))
            .Should().Equal((1, "node 1", "lost"), (2, "node 2", "done"));
    }

    [Fact]
    public async Task A_lease_made_longer_keeps_the_item()
    {
        await storage.Work.EnqueueAsync([Work("a")]);
        var claimed = (await storage.Work.ClaimAsync(new(_kind, "node 1", s_noLease, 10))).Single();

        var held = await storage.Work.ExtendAsync(claimed, s_lease);

        held.Should().BeTrue();
        (await ClaimAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task An_end_is_written_once()
    {
        await storage.Work.EnqueueAsync([Work("a")]);
        var claimed = (await ClaimAsync()).Single();

        var first = await EndAsync(claimed, new WorkOutcome.Done());
        var second = await EndAsync(claimed, new WorkOutcome.Failed("changed my mind"));

        (first, second).Should().Be((true, false));
        (await FindAsync("a")).EndedAt.Should().NotBeNull();
    }

    [Fact]
    public async Task Many_claiming_at_once_share_the_work_without_doing_any_twice()
    {
        const int Items = 400;
        await storage.Work.EnqueueAsync([.. Enumerable.Range(0, Items).Select(number => Work($"{number}") with { OrderKey = number % 2 == 0 ? $"order {number % 7}" : null })]);
        var done = new System.Collections.Concurrent.ConcurrentBag<string>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(node => Task.Run(async () =>
        {
            while (done.Count < Items)
            {
                foreach (var claimed in await storage.Work.ClaimAsync(new(_kind, $"node {node}", s_lease, 10)))
                {
                    if (await EndAsync(claimed, new WorkOutcome.Done()))
                    {
                        done.Add(claimed.Item.Key);
                    }
                }
            }
        })));

        done.Should().HaveCount(Items).And.OnlyHaveUniqueItems();
    }

    private NewWork Work(string key, int minute = 0) => new() { Shop = _shop, Kind = _kind, Key = key, DueAt = s_longAgo.AddMinutes(minute) };

    private Task<IReadOnlyList<ClaimedWork>> ClaimAsync(int limit = 10) => storage.Work.ClaimAsync(new(_kind, "node", s_lease, limit));

    private Task<bool> EndAsync(ClaimedWork claimed, WorkOutcome outcome) =>
        storage.Work.EndAsync(claimed, WorkEnd.Of(outcome, claimed.Item.Attempts, RetryPolicy.Default, chance: 0.5));

    private async Task<WorkItem> FindAsync(string key) =>
        await storage.Work.FindAsync(_shop, _kind, key) ?? throw new InvalidOperationException("The item is not there.");
}
