using SystemLog.Storage;
using SystemLog.Work;

namespace SystemLog.Conformance.Work;

public abstract class WorkQueriesTests(IStorageFixture storage)
{
    private readonly WorkOfOneKind _work = new(storage);

    [Fact]
    public async Task Kinds_are_counted_by_what_they_need_and_what_is_over_is_not()
    {
        await EndedAsync("done", new WorkOutcome.Done());
        await EndedAsync("failed", new WorkOutcome.Failed("no"));
        await EndedAsync("unknown", new WorkOutcome.Unknown("?"));
        await EndedAsync("parked", new WorkOutcome.Parked("whose?"));
        await _work.QueueAndClaimAsync("running");
        await storage.Work.EnqueueAsync([_work.New("due", minute: 2), _work.New("due longer", minute: 1), _work.New("later") with { DueAt = DateTimeOffset.MaxValue.AddYears(-1) }]);

        var counts = await storage.WorkQueries.CountAsync(_work.Shop);

        counts.Should().Equal(new WorkKindCounts(_work.Kind)
        {
            Waiting = 1, Due = 2, Running = 1, Failed = 1, Unknown = 1, Parked = 1, OldestDueAt = Any.Minute(1),
        });
        (await storage.WorkQueries.CountAsync(shop: null)).Should().Contain(counts[0]);
        (await storage.WorkQueries.CountAsync(Any.Shop())).Should().BeEmpty();
    }

    [Fact]
    public async Task A_list_shows_the_last_queued_first_page_by_page()
    {
        await storage.Work.EnqueueAsync([.. Enumerable.Range(0, 7).Select(number => _work.New($"{number}"))]);
        var shown = new List<string>();

        PageKey? after = null;
        do
        {
            var page = await storage.WorkQueries.ListAsync(_work.Shop, new(_work.Kind), after, size: 3);
            shown.AddRange(page.Items.Select(item => item.Key));
            after = page.Next;
        }
        while (after is not null);

        shown.Should().Equal("6", "5", "4", "3", "2", "1", "0");
    }

    [Fact]
    public async Task A_list_may_show_one_state_only_and_never_another_shops()
    {
        await EndedAsync("failed", new WorkOutcome.Failed("no"));
        await EndedAsync("done", new WorkOutcome.Done());

        var failed = await storage.WorkQueries.ListAsync(_work.Shop, new(_work.Kind, WorkState.Failed), after: null, size: 10);
        var elsewhere = await storage.WorkQueries.ListAsync(Any.Shop(), new(_work.Kind), after: null, size: 10);

        failed.Items.Select(item => (item.Key, item.State, item.Reason)).Should().Equal(("failed", WorkState.Failed, "no"));
        elsewhere.Items.Should().BeEmpty();
    }

    [Fact]
    public async Task The_clock_is_the_databases_which_here_stands_on_this_machine()
    {
        (await storage.Work.NowAsync()).Should().BeCloseTo(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1));
    }

    private async Task EndedAsync(string key, WorkOutcome outcome) => await _work.EndAsync(await _work.QueueAndClaimAsync(key), outcome);
}
