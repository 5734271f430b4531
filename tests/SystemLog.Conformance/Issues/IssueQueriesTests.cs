using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Storage;
using SystemLog.Subjects;

namespace SystemLog.Conformance.Issues;

public abstract class IssueQueriesTests(IStorageFixture storage)
{
    private readonly string _shop = Any.Shop();

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_overlap_even_where_times_are_equal()
    {
        var deltas = Enumerable.Range(0, 25).Select(i => Any.Delta(_shop, i / 5)).ToArray();
        await storage.Issues.RecordAsync(deltas);

        var pages = await PagesAsync(after => storage.Queries.ListAsync(_shop, new(), new(Any.Minute(60), 7, after)));

        pages.Select(page => page.Count).Should().Equal(7, 7, 7, 4);
        pages.SelectMany(page => page).Select(issue => issue.Id).Should().Equal(
            deltas.OrderByDescending(delta => delta.LastAt).ThenByDescending(delta => delta.Id.ToString(), StringComparer.Ordinal).Select(delta => delta.Id));
    }

    [Fact]
    public async Task A_page_that_is_just_full_is_the_last()
    {
        await storage.Issues.RecordAsync(Any.Delta(_shop), Any.Delta(_shop));

        (await storage.Queries.ListAsync(_shop, new(), new(Any.Monday, 2))).Next.Should().BeNull();
    }

    [Fact]
    public async Task A_listed_issue_brings_its_last_14_days_and_a_found_one_all()
    {
        var delta = Any.Delta(_shop, [.. Enumerable.Range(0, 30).Select(day => day * 24 * 60)]);
        await storage.Issues.RecordAsync(delta);
        var today = Any.Monday.AddDays(29);

        var listed = (await storage.Queries.ListAsync(_shop, new(), new(today))).Items.Single();

        listed.Days.Select(day => day.Day).Should().Equal(Enumerable.Range(16, 14).Select(day => new DateOnly(2026, 3, 2).AddDays(day)));
        (await storage.Queries.FindAsync(delta)).Days.Should().HaveCount(30);
    }

    [Fact]
    public async Task Causes_are_grouped_across_orders_those_touching_most_orders_first()
    {
        var few = Enumerable.Range(0, 2).Select(i => Any.Delta(_shop, i, 50) with { Explanation = Any.Explanation(Cause.Timeout, "klarna.timeout") }).ToArray();
        var many = Enumerable.Range(0, 3).Select(i => Any.Delta(_shop, i + 5)).ToArray();
        var sameOrder = Any.Delta(_shop, 3).Of(many[0].Grouping.Subject);
        var solved = Any.Delta(_shop, 0);
        await storage.Issues.RecordAsync([.. few, .. many, sameOrder, solved]);
        await storage.Issues.ApplyAsync(solved, Any.Solve(Any.Minute(60)));

        var groups = await storage.Queries.GroupByCauseAsync(_shop, new(), Any.Minute(60));

        groups.Should().BeEquivalentTo(
            [
                new CauseGroup
                {
                    Key = new(Sources.Klarna, Operations.Capture, Cause.InvalidState, "CAPTURE_NOT_ALLOWED"),
                    Description = "Order is already fully captured", Subjects = 3, Issues = 4, Count = 4, FirstAt = Any.Minute(3), LastAt = Any.Minute(7),
                },
                new CauseGroup
                {
                    Key = new(Sources.Klarna, Operations.Capture, Cause.Timeout, "CAPTURE_NOT_ALLOWED"), Rule = "klarna.timeout",
                    Description = "Order is already fully captured", Subjects = 2, Issues = 2, Count = 4, FirstAt = Any.Minute(0), LastAt = Any.Minute(50),
                },
            ],
            options => options.WithStrictOrdering());
    }

    [Fact]
    public async Task A_cause_without_a_code_is_a_group_of_its_own()
    {
        var delta = Any.Delta(_shop);
        await storage.Issues.RecordAsync(delta, Any.Delta(_shop) with { Grouping = Any.Delta(_shop).Grouping with { Code = null } });

        var groups = await storage.Queries.GroupByCauseAsync(_shop, new(), Any.Monday);

        groups.Select(group => group.Key.Code).Should().BeEquivalentTo(["CAPTURE_NOT_ALLOWED", null]);
    }

    [Fact]
    public async Task The_badge_counts_orders_not_issues_and_stops_at_its_limit()
    {
        var first = Any.Delta(_shop);
        await storage.Issues.RecordAsync([first, Any.Delta(_shop).Of(first.Grouping.Subject), .. Enumerable.Range(0, 9).Select(_ => Any.Delta(_shop))]);

        (await storage.Queries.CountUntreatedAsync(_shop, Any.Monday, 100)).Should().Be(10);
        (await storage.Queries.CountUntreatedAsync(_shop, Any.Monday, 10)).Should().Be(10);
        (await storage.Queries.CountUntreatedAsync(_shop, Any.Monday, 4)).Should().Be(4);
    }

    [Fact]
    public async Task The_issues_of_orders_are_counted_without_those_muted_or_solved()
    {
        var (first, second, muted, solved) = (Any.Delta(_shop), Any.Delta(_shop), Any.Delta(_shop), Any.Delta(_shop));
        var subject = first.Grouping.Subject;
        SubjectRef namesake = new(SubjectTypes.Booking, subject.Number);
        await storage.Issues.RecordAsync(first, Any.Delta(_shop).Of(subject), second, muted, solved, Any.Delta(_shop).Of(namesake));
        await storage.Issues.ApplyAsync(muted, new IssueChange.Mute(Any.Clerk, Any.Monday, Any.Minute(60)));
        await storage.Issues.ApplyAsync(solved, Any.Solve(Any.Minute(1)));
        SubjectRef[] asked = [subject, second.Grouping.Subject, muted.Grouping.Subject, solved.Grouping.Subject];

        var counts = await storage.Queries.CountUntreatedOfAsync(_shop, asked, Any.Minute(5));

        counts.Should().BeEquivalentTo(new Dictionary<SubjectRef, int> { [subject] = 2, [second.Grouping.Subject] = 1 });
        (await storage.Queries.CountUntreatedOfAsync(Any.Shop(), asked, Any.Minute(5))).Should().BeEmpty();
        (await storage.Queries.CountUntreatedOfAsync(_shop, [], Any.Minute(5))).Should().BeEmpty();
    }

    [Fact]
    public async Task History_shows_solved_rounds_the_newest_solving_first_page_by_page()
    {
        var deltas = Enumerable.Range(0, 5).Select(_ => Any.Delta(_shop)).ToArray();
        await storage.Issues.RecordAsync(deltas);
        for (var i = 0; i < deltas.Length; i++)
        {
            await storage.Issues.ApplyAsync(deltas[i], Any.Solve(Any.Minute(i / 2)));
        }

        var pages = await PagesAsync(after => storage.Queries.HistoryAsync(_shop, new(), new(Any.Minute(60), 2, after)));

        pages.Select(page => page.Count).Should().Equal(2, 2, 1);
        pages.SelectMany(page => page).Select(round => round.SolvedAt).Should().BeInDescendingOrder();
        pages.SelectMany(page => page).Select(round => round.Issue).Should().BeEquivalentTo(deltas.Select(delta => delta.Id));
    }

    [Fact]
    public async Task History_is_filtered_by_facts_text_and_the_time_of_solving()
    {
        var wanted = Any.Delta(_shop).Saying("Beløpet på Ærø stemmer ikke");
        var deltas = new[] { wanted, Any.Delta(_shop), Any.Delta(_shop).Saying("beløpet på ærø") };
        await storage.Issues.RecordAsync(deltas);
        for (var i = 0; i < deltas.Length; i++)
        {
            await storage.Issues.ApplyAsync(deltas[i], Any.Solve(Any.Minute(i)));
        }

        var found = await storage.Queries.HistoryAsync(
            _shop,
            new() { Text = " BELØPET PÅ ÆRØ ", Source = Sources.Klarna, Cause = Cause.InvalidState, Before = Any.Minute(2) },
            new(Any.Minute(60)));

        found.Items.Should().ContainSingle().Which.Issue.Should().Be(wanted.Id);
    }

    [Fact]
    public async Task What_is_not_there_is_null_or_empty()
    {
        var id = Any.Id();

        (await storage.Queries.FindAsync(_shop, id)).Should().BeNull();
        (await storage.Queries.OccurrencesAsync(_shop, id)).Should().BeEmpty();
        (await storage.Queries.RoundsAsync(_shop, id)).Should().BeEmpty();
        (await storage.Queries.ListAsync(_shop, new(), new(Any.Monday))).Should().BeEquivalentTo(new Page<Issue>([], null));
        (await storage.Queries.HistoryAsync(_shop, new(), new(Any.Monday))).Items.Should().BeEmpty();
        (await storage.Queries.GroupByCauseAsync(_shop, new(), Any.Monday)).Should().BeEmpty();
        (await storage.Queries.DroppedAsync(_shop)).Should().BeEmpty();
    }

    [Fact]
    public async Task One_shop_never_reads_what_is_another_shops()
    {
        var delta = Any.Delta(_shop);
        var dropped = new DroppedReports(_shop, Sources.Vipps, DropReason.NotStorable, 1, Any.Monday);
        await storage.Issues.RecordAsync(new([delta], [], [dropped]));
        await storage.Issues.ApplyAsync(delta, Any.Solve(Any.Minute(1)));
        await storage.Issues.ApplyAsync(delta, new IssueChange.Reopen(Any.Clerk, Any.Minute(2)));
        var other = Any.Shop();
        var anything = new IssueFilter { State = null, IncludeMuted = true };

        (await storage.Queries.ListAsync(_shop, anything, new(Any.Monday))).Items.Should().ContainSingle();
        (await storage.Queries.ListAsync(other, anything, new(Any.Monday))).Items.Should().BeEmpty();
        (await storage.Queries.FindAsync(other, delta.Id)).Should().BeNull();
        (await storage.Queries.OccurrencesAsync(other, delta.Id)).Should().BeEmpty();
        (await storage.Queries.RoundsAsync(other, delta.Id)).Should().BeEmpty();
        (await storage.Queries.HistoryAsync(other, anything, new(Any.Monday))).Items.Should().BeEmpty();
        (await storage.Queries.GroupByCauseAsync(other, anything, Any.Monday)).Should().BeEmpty();
        (await storage.Queries.CountUntreatedAsync(other, Any.Monday, 10)).Should().Be(0);
        (await storage.Queries.DroppedAsync(other)).Should().BeEmpty();
    }

    private static async Task<List<IReadOnlyList<T>>> PagesAsync<T>(Func<PageKey?, Task<Page<T>>> read)
    {
        var pages = new List<IReadOnlyList<T>>();
        for (PageKey? after = null; ;)
        {
            var page = await read(after);
            pages.Add(page.Items);
            if (page.Next is null)
            {
                return pages;
            }

            PageKey.TryParse(page.Next.ToString(), out after).Should().BeTrue();
        }
    }
}
