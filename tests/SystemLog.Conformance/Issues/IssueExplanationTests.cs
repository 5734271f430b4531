using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Timeline;

namespace SystemLog.Conformance.Issues;

public abstract class IssueExplanationTests(IStorageFixture storage)
{
    private const string Old = "rules-1";
    private const string New = "rules-2";

    private readonly string _shop = Any.Shop();

    [Fact]
    public async Task What_other_rules_explained_is_found_with_its_newest_body_open_or_solved()
    {
        var open = Any.Delta(_shop, 1) with { Catalogue = Old };
        var solved = Any.Delta(_shop, 1, 4) with { Catalogue = null };
        solved = solved with { Samples = [solved.Samples[0], solved.Samples[1] with { Body = "the newest" }] };
        await storage.Issues.RecordAsync(open, solved, Any.Delta(_shop, 1) with { Catalogue = New }, Any.Delta(Any.Shop(), 1));
        await storage.Issues.ApplyAsync(solved, Any.Solve(Any.Minute(5)));

        var found = await storage.Explanations.OfOthersAsync(_shop, New, null, 10);

        found.Select(error => error.Issue.Id).Should().BeEquivalentTo([open.Id, solved.Id]);
        found.Single(error => error.Issue.Id == solved.Id).Body.Should().Be("the newest");
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap()
    {
        var deltas = Enumerable.Range(0, 5).Select(_ => Any.Delta(_shop, 1)).ToArray();
        await storage.Issues.RecordAsync(deltas);

        var first = await storage.Explanations.OfOthersAsync(_shop, New, null, 3);
        var second = await storage.Explanations.OfOthersAsync(_shop, New, first[^1].Issue.Id, 3);

        first.Concat(second).Select(error => error.Issue.Id).Should().BeEquivalentTo(deltas.Select(delta => delta.Id)).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_new_cause_is_stored_and_the_old_one_told_in_the_timeline()
    {
        var delta = Any.Delta(_shop, 1) with { Catalogue = Old };
        await storage.Issues.RecordAsync(delta);
        var explanation = Any.Explanation(Cause.AuthorizationExpired, "klarna.expired") with
        {
            Retryable = true,
            WhoMustAct = WhoMustAct.Customer,
            Values = new Dictionary<string, string> { ["days"] = "28" },
        };

        var changed = await RenewAsync(delta, explanation, minute: 7);

        changed.Should().Be(1);
        (await storage.Queries.FindAsync(delta)).Should().BeEquivalentTo(new
        {
            Cause = Cause.AuthorizationExpired,
            Rule = "klarna.expired",
            Retryable = true,
            WhoMustAct = WhoMustAct.Customer,
            explanation.Values,
            Count = 1L,
        });
        var entry = (await storage.Timeline.OfIssueAsync(_shop, delta.Id, 10))[0];
        entry.Should().BeEquivalentTo(new { Kind = TimelineKind.IssueCauseChanged, Text = nameof(Cause.InvalidState), At = Any.Minute(7), Actor = Actor.System });
        (await storage.Explanations.OfOthersAsync(_shop, New, null, 10)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cause_that_stays_is_not_told_and_not_asked_for_again(bool explained)
    {
        var delta = Any.Delta(_shop, 1) with { Catalogue = Old };
        await storage.Issues.RecordAsync(delta);

        var changed = await RenewAsync(delta, explained ? Any.Explanation(Cause.InvalidState, "klarna.more-particular") : null, minute: 7);

        changed.Should().Be(0);
        (await storage.Queries.FindAsync(delta)).Rule.Should().Be(explained ? "klarna.more-particular" : null);
        (await storage.Timeline.OfIssueAsync(_shop, delta.Id, 10)).Should().NotContain(entry => entry.Kind == TimelineKind.IssueCauseChanged);
        (await storage.Explanations.OfOthersAsync(_shop, New, null, 10)).Should().BeEmpty();
    }

    [Fact]
    public async Task An_issue_that_happened_again_meanwhile_keeps_what_its_newest_report_said()
    {
        var delta = Any.Delta(_shop, 1) with { Catalogue = Old };
        await storage.Issues.RecordAsync(delta);
        var read = await storage.Explanations.OfOthersAsync(_shop, New, null, 10);
        await storage.Issues.RecordAsync(delta.At(9) with { Explanation = Any.Explanation(Cause.AlreadyProcessed), Catalogue = New });

        var changed = await storage.Explanations.RenewAsync([new(read.Single().Issue, Any.Explanation(Cause.Timeout))], New, Any.Minute(10));

        changed.Should().Be(0);
        (await storage.Queries.FindAsync(delta)).Cause.Should().Be(Cause.AlreadyProcessed);
    }

    private async Task<int> RenewAsync(IssueDelta delta, Explanation? explanation, int minute)
    {
        var stored = await storage.Explanations.OfOthersAsync(_shop, New, null, 10);
        var issue = stored.Single(error => error.Issue.Id == delta.Id).Issue;
        return await storage.Explanations.RenewAsync([new(issue, explanation)], New, Any.Minute(minute));
    }
}
