using System.Globalization;
using SystemLog.Catalogue;
using SystemLog.Issues;

namespace SystemLog.Conformance.Issues;

public abstract class IssueSummaryTests(IStorageFixture storage)
{
    private readonly string _shop = Any.Shop();

    [Fact]
    public async Task A_shop_without_issues_has_a_summary_of_noughts()
    {
        (await SummaryAsync(since: 0)).Should().BeEquivalentTo(new IssueSummary { Untreated = 0 });
    }

    [Fact]
    public async Task Untreated_orders_are_counted_not_issues_and_past_a_thousand()
    {
        var first = Any.Delta(_shop);
        await storage.Issues.RecordAsync([first, first.Of(first.Grouping.Subject), .. Enumerable.Range(0, 1_200).Select(_ => Any.Delta(_shop))]);

        (await SummaryAsync()).Untreated.Should().Be(1_201);
    }

    [Fact]
    public async Task What_is_muted_is_left_out_until_its_time_has_come()
    {
        var muted = Any.Delta(_shop);
        await storage.Issues.RecordAsync(muted, Any.Delta(_shop));
        await storage.Issues.ApplyAsync(muted, new IssueChange.Mute(Any.Clerk, Any.Minute(1), Any.Minute(60)));

        var before = await SummaryAsync(now: 59);
        var after = await SummaryAsync(now: 60);

        (before.Untreated, before.Causes.Single().Subjects, before.Oldest.Count).Should().Be((1, 1, 1));
        (after.Untreated, after.Causes.Single().Subjects, after.Oldest.Count).Should().Be((2, 2, 2));
    }

    [Fact]
    public async Task Another_shops_issues_are_none_of_this_ones()
    {
        var others = Any.Delta(Any.Shop());
        await storage.Issues.RecordAsync(others, Any.Delta(_shop), Any.Delta(others.Grouping.Shop));
        await storage.Issues.ApplyAsync(others, Any.Solve(Any.Minute(5)));

        var summary = await SummaryAsync(since: 0);

        (summary.Untreated, summary.New, summary.SolvedByPeople, summary.Oldest.Count).Should().Be((1, 1, 0, 1));
    }

    [Fact]
    public async Task An_order_is_new_when_its_oldest_open_issue_began_since()
    {
        var old = Any.Delta(_shop, 0);
        var solved = Any.Delta(_shop, 0);
        var again = Any.Delta(_shop, 2).Of(solved.Grouping.Subject);
        await storage.Issues.RecordAsync(old, old.Of(old.Grouping.Subject).At(20), solved, again.At(20), Any.Delta(_shop, 9, 25), Any.Delta(_shop, 10));
        await storage.Issues.ApplyAsync(solved, Any.Solve(Any.Minute(5)));

        var summary = await SummaryAsync(since: 10);

        (summary.Untreated, summary.New).Should().Be((4, 2));
    }

    [Fact]
    public async Task Without_a_summary_before_nothing_is_new_or_solved()
    {
        var solved = Any.Delta(_shop);
        await storage.Issues.RecordAsync(solved, Any.Delta(_shop));
        await storage.Issues.ApplyAsync(solved, Any.Solve(Any.Minute(5)));

        var summary = await SummaryAsync(since: null);

        (summary.Untreated, summary.New, summary.SolvedByPeople, summary.SolvedBySystem).Should().Be((1, 0, 0, 0));
    }

    [Fact]
    public async Task Causes_come_by_the_orders_they_touch_whatever_the_code()
    {
        var many = Enumerable.Range(0, 3).Select(i => Any.Delta(_shop, i + 5)).ToArray();
        var otherCode = many[0].Of(many[0].Grouping.Subject);
        var few = Any.Delta(_shop, 1, 50) with { Explanation = Any.Explanation(Cause.Timeout, "klarna.timeout") };
        await storage.Issues.RecordAsync([few, .. many, otherCode with { Grouping = otherCode.Grouping with { Code = "42" } }]);

        var summary = await SummaryAsync();

        summary.Causes.Should().BeEquivalentTo(
            [
                new CauseSummary { Source = Sources.Klarna, Operation = Operations.Capture, Cause = Cause.InvalidState, Subjects = 3, Since = Any.Minute(5) },
                new CauseSummary
                {
                    Source = Sources.Klarna, Operation = Operations.Capture, Cause = Cause.Timeout, Rule = "klarna.timeout", Subjects = 1, Since = Any.Minute(1),
                },
            ],
            options => options.WithStrictOrdering());
        summary.CausesInAll.Should().Be(2);
    }

    [Fact]
    public async Task A_cause_names_the_values_its_issues_share_and_no_others()
    {
        await storage.Issues.RecordAsync(
            Field("shared", "vatType"), Field("shared", "vatType"), Field("differs", "vatType"), Field("differs", "email"), Field("some", "vatType"),
            Any.Delta(_shop) with { Explanation = Any.Explanation(Cause.MissingData, "some") });

        var causes = (await SummaryAsync()).Causes;

        causes.ToDictionary(cause => cause.Rule!, cause => cause.Values.GetValueOrDefault("field")).Should().BeEquivalentTo(
            new Dictionary<string, string?> { ["shared"] = "vatType", ["differs"] = null, ["some"] = null });
    }

    [Fact]
    public async Task More_causes_than_asked_for_are_counted()
    {
        var deltas = Enumerable.Range(0, 30).Select(i => Any.Delta(_shop) with { Explanation = Any.Explanation(Cause.Timeout, $"rule-{i}") });
        await storage.Issues.RecordAsync([.. deltas]);

        var summary = await storage.Summaries.SummarizeAsync(_shop, new(Any.Minute(60), null) { Causes = 4 });

        (summary.Causes.Count, summary.CausesInAll).Should().Be((4, 30));
    }

    [Fact]
    public async Task The_oldest_are_the_orders_that_waited_longest_each_with_the_issue_it_waits_for()
    {
        var oldest = Any.Delta(_shop, 3, 40) with { Explanation = Any.Explanation(Cause.Timeout, "klarna.timeout") };
        var others = Enumerable.Range(4, 6).Select(minute => Any.Delta(_shop, minute)).ToArray();
        var solved = Any.Delta(_shop, 1);
        await storage.Issues.RecordAsync([.. others, oldest, oldest.Of(oldest.Grouping.Subject).At(10), solved]);
        await storage.Issues.ApplyAsync(solved, Any.Solve(Any.Minute(50)));

        var listed = (await SummaryAsync()).Oldest;

        listed.Select(subject => subject.Since).Should().Equal(Enumerable.Range(3, 5).Select(Any.Minute));
        listed[0].Should().BeEquivalentTo(new UntreatedSubject
        {
            Subject = oldest.Grouping.Subject, Since = Any.Minute(3), Issue = oldest.Id, Source = Sources.Klarna, Operation = Operations.Capture,
            Cause = Cause.Timeout, Rule = "klarna.timeout",
        });
    }

    [Fact]
    public async Task An_order_counts_as_solved_once_by_a_person_if_one_had_a_part_in_it()
    {
        var (byPerson, byBoth, byItself) = (Any.Delta(_shop), Any.Delta(_shop), Any.Delta(_shop));
        var later = byBoth.Of(byBoth.Grouping.Subject) with { Explanation = Any.Explanation(Cause.Timeout) };
        await storage.Issues.RecordAsync(byPerson, byPerson.Of(byPerson.Grouping.Subject), byBoth, later, byItself);
        await storage.Issues.ApplyAsync(
            _shop, new IssueSelection.OfSubject(byPerson.Grouping.Subject, Any.Minute(5)), new IssueChange.Solve(Any.Clerk, Any.Minute(5), SolvedHow.InBulk));
        await storage.Issues.ApplyAsync(byBoth, Any.Solve(Any.Minute(5)));
        await storage.Issues.RecordAsync(new([], [Success(later, 6), Success(byItself, 6)], []));

        var summary = await SummaryAsync(since: 0);

        (summary.Untreated, summary.SolvedByPeople, summary.SolvedBySystem).Should().Be((0, 2, 1));
        (summary.Solvers, summary.SolversInAll).Should().BeEquivalentTo((new[] { Any.Clerk }, 1));
    }

    [Fact]
    public async Task Solved_from_the_last_summary_on_and_before_this_one()
    {
        var deltas = Enumerable.Range(0, 4).Select(_ => Any.Delta(_shop)).ToArray();
        await storage.Issues.RecordAsync(deltas);
        foreach (var (delta, minute) in deltas.Zip([9, 10, 19, 20]))
        {
            await storage.Issues.ApplyAsync(delta, Any.Solve(Any.Minute(minute)));
        }

        (await SummaryAsync(since: 10, now: 20)).SolvedByPeople.Should().Be(2);
    }

    [Fact]
    public async Task What_was_opened_again_happened_again_or_is_solved_in_part_is_not_solved()
    {
        var (reopened, again, inPart) = (Any.Delta(_shop), Any.Delta(_shop), Any.Delta(_shop));
        await storage.Issues.RecordAsync(reopened, again, inPart, inPart.Of(inPart.Grouping.Subject));
        foreach (var delta in new[] { reopened, again, inPart })
        {
            await storage.Issues.ApplyAsync(delta, Any.Solve(Any.Minute(5)));
        }

        await storage.Issues.ApplyAsync(reopened, new IssueChange.Reopen(Any.Clerk, Any.Minute(6)));
        await storage.Issues.RecordAsync(again.At(7));
        await storage.Issues.RecordAsync(new([], [Success(reopened, 8)], []));

        var summary = await SummaryAsync(since: 0);

        (summary.Untreated, summary.SolvedByPeople, summary.SolvedBySystem, summary.SolversInAll).Should().Be((2, 0, 1, 0));
    }

    [Fact]
    public async Task Those_who_solved_most_orders_are_named_first()
    {
        var deltas = Enumerable.Range(0, 6).Select(_ => Any.Delta(_shop)).ToArray();
        await storage.Issues.RecordAsync(deltas);
        foreach (var (delta, person) in deltas.Zip("abbccc"))
        {
            var actor = new Actor(person.ToString(CultureInfo.InvariantCulture), $"Name of {person}");
            await storage.Issues.ApplyAsync(delta, new IssueChange.Solve(actor, Any.Minute(5), SolvedHow.Manually));
        }

        var summary = await storage.Summaries.SummarizeAsync(_shop, new(Any.Minute(60), Any.Minute(0)) { Solvers = 2 });

        summary.Solvers.Should().Equal(new Actor("c", "Name of c"), new Actor("b", "Name of b"));
        summary.SolversInAll.Should().Be(3);
    }

    private Task<IssueSummary> SummaryAsync(int? since = null, int now = 60) =>
        storage.Summaries.SummarizeAsync(_shop, new(Any.Minute(now), since is { } minute ? Any.Minute(minute) : null));

    private IssueDelta Field(string rule, string field) => Any.Delta(_shop) with
    {
        Explanation = Any.Explanation(Cause.MissingData, rule) with { Values = new Dictionary<string, string> { ["field"] = field } },
    };

    private OperationSuccess Success(IssueDelta delta, int minute) =>
        new(_shop, delta.Grouping.Source, delta.Grouping.Operation, delta.Grouping.Subject, Any.Minute(minute));
}
