using SystemLog.Catalogue;
using SystemLog.Issues;

namespace SystemLog.Conformance.Issues;

public abstract class IssueStoreTests(IStorageFixture storage)
{
    private readonly string _shop = Any.Shop();

    [Fact]
    public async Task Everything_the_first_delta_says_is_read_back()
    {
        var delta = Any.Delta(_shop, 0, 5) with
        {
            Explanation = Any.Explanation(Cause.AmountMismatch, "klarna.amount") with
            {
                Retryable = true,
                WhoMustAct = WhoMustAct.Developer,
                Values = new Dictionary<string, string> { ["amount"] = "1 249,00 \"kr\"", ["ø"] = "Å" },
            },
            SubjectLink = "/admin/orders/1",
            CorrelationId = "c-1",
            OrderAmount = new(124_900, "NOK"),
            ProviderAmount = new(long.MaxValue, "NOK"),
        };

        await storage.Issues.RecordAsync(delta);

        (await storage.Queries.FindAsync(delta)).Should().BeEquivalentTo(new Issue
        {
            Id = delta.Id,
            Grouping = delta.Grouping,
            SubjectLink = "/admin/orders/1",
            Cause = Cause.AmountMismatch,
            Rule = "klarna.amount",
            Retryable = true,
            WhoMustAct = WhoMustAct.Developer,
            Values = delta.Explanation.Values,
            Description = delta.Description,
            CorrelationId = "c-1",
            OrderAmount = new(124_900, "NOK"),
            ProviderAmount = new(long.MaxValue, "NOK"),
            FirstAt = Any.Minute(0),
            LastAt = Any.Minute(5),
            Count = 2,
            State = IssueState.Open,
            Round = 1,
            RoundFirstAt = Any.Minute(0),
            RoundCount = 2,
            Days = [new(new(2026, 3, 2), 2)],
        });
    }

    [Fact]
    public async Task What_happens_again_is_counted_on_the_same_issue()
    {
        var delta = Any.Delta(_shop, 0);
        await storage.Issues.RecordAsync(delta);

        await storage.Issues.RecordAsync(delta.At(10, 11, 60 * 24));

        var issue = await storage.Queries.FindAsync(delta);
        issue.Count.Should().Be(4);
        issue.RoundCount.Should().Be(4);
        issue.LastAt.Should().Be(Any.Minute(60 * 24));
        issue.Days.Should().Equal(new DayCount(new(2026, 3, 2), 3), new DayCount(new(2026, 3, 3), 1));
    }

    [Fact]
    public async Task The_newest_occurrence_gives_the_words_and_one_that_arrives_late_does_not()
    {
        var delta = Any.Delta(_shop, 10).Saying("first");
        await storage.Issues.RecordAsync(delta);
        await storage.Issues.RecordAsync(delta.At(20).Saying("newest", "c-9") with { Explanation = Any.Explanation(Cause.Timeout) });

        await storage.Issues.RecordAsync(delta.At(5).Saying("late") with { Explanation = Any.Explanation(Cause.NotFound) });

        var issue = await storage.Queries.FindAsync(delta);
        (issue.Description, issue.CorrelationId, issue.Cause).Should().Be(("newest", "c-9", Cause.Timeout));
        (issue.FirstAt, issue.LastAt, issue.Count).Should().Be((Any.Minute(5), Any.Minute(20), 3));
    }

    [Fact]
    public async Task Eight_threads_with_the_same_200_errors_make_200_issues_and_1600_occurrences()
    {
        var deltas = Enumerable.Range(0, 200).Select(_ => Any.Delta(_shop, 0)).ToArray();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(() =>
            storage.Issues.RecordAsync([.. deltas.Select(delta => delta.At(thread)).OrderBy(_ => Random.Shared.Next())]))));

        var issues = await ListAllAsync(new());
        issues.Should().HaveCount(200).And.OnlyContain(issue => issue.Count == 8 && issue.Days.Sum(day => day.Count) == 8);
        (await storage.Queries.OccurrencesAsync(_shop, deltas[0].Id)).Should().HaveCount(8);
    }

    [Fact]
    public async Task A_batch_may_hold_issues_of_several_shops()
    {
        var other = Any.Shop();
        var delta = Any.Delta(_shop);

        await storage.Issues.RecordAsync(delta, delta with { Grouping = delta.Grouping with { Shop = other } });

        (await storage.Queries.FindAsync(_shop, delta.Id))!.Count.Should().Be(1);
        (await storage.Queries.FindAsync(other, delta.Id))!.Count.Should().Be(1);
    }

    [Fact]
    public async Task Of_the_occurrences_the_newest_50_are_kept_by_the_time_they_happened()
    {
        var delta = Any.Delta(_shop, [.. Enumerable.Range(1, 50)]);
        await storage.Issues.RecordAsync(delta);

        await storage.Issues.RecordAsync(delta.At(51));
        await storage.Issues.RecordAsync(delta.At(0));

        var kept = await storage.Queries.OccurrencesAsync(_shop, delta.Id);
        kept.Select(occurrence => occurrence.At).Should().Equal(Enumerable.Range(2, 50).Reverse().Select(Any.Minute));
        (await storage.Queries.FindAsync(delta)).Count.Should().Be(52);
    }

    [Fact]
    public async Task An_occurrence_is_read_back_as_it_was()
    {
        var delta = Any.Delta(_shop);

        await storage.Issues.RecordAsync(delta);

        (await storage.Queries.OccurrencesAsync(_shop, delta.Id)).Should().Equal(delta.Samples);
    }

    [Fact]
    public async Task What_could_only_be_counted_adds_up()
    {
        var dropped = new DroppedReports(_shop, Sources.Vipps, DropReason.TooManyIssuesWaiting, 7, Any.Minute(5));
        await storage.Issues.RecordAsync(new([], [], [dropped]));

        await storage.Issues.RecordAsync(new([], [], [dropped with { Count = 3, LastAt = Any.Minute(1) }]));

        (await storage.Queries.DroppedAsync(_shop)).Should().Equal(dropped with { Count = 10 });
    }

    private async Task<IReadOnlyList<Issue>> ListAllAsync(IssueFilter filter) =>
        (await storage.Queries.ListAsync(_shop, filter, new(Any.Monday, 200))).Items;
}
