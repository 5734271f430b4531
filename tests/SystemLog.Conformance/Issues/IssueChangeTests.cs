using SystemLog.Catalogue;
using SystemLog.Issues;

namespace SystemLog.Conformance.Issues;

public abstract class IssueChangeTests(IStorageFixture storage)
{
    private readonly string _shop = Any.Shop();

    [Fact]
    public async Task All_of_an_order_is_solved_at_once_except_what_came_after_the_page_was_shown()
    {
        var first = Any.Delta(_shop, 1);
        var second = Any.Delta(_shop, 2).Of(first.Grouping.Subject);
        var later = Any.Delta(_shop, 6).Of(first.Grouping.Subject);
        var other = Any.Delta(_shop, 1);
        await storage.Issues.RecordAsync(first, second, later, other);

        var changed = await storage.Issues.ApplyAsync(_shop, new IssueSelection.OfSubject(first.Grouping.Subject, Any.Minute(5)), Any.Solve(Any.Minute(7)));

        changed.Should().Be(2);
        (await OpenAsync()).Should().BeEquivalentTo([later.Id, other.Id]);
    }

    [Fact]
    public async Task All_of_a_cause_is_solved_across_orders_within_the_filter()
    {
        var wanted = Enumerable.Range(0, 5).Select(_ => Any.Delta(_shop, 1)).ToArray();
        var otherCode = Any.Delta(_shop, 1) is var delta ? delta with { Grouping = delta.Grouping with { Code = null } } : null!;
        var otherCause = Any.Delta(_shop, 1) with { Explanation = Any.Explanation(Cause.Timeout) };
        var otherText = Any.Delta(_shop, 1).Saying("something else");
        var later = Any.Delta(_shop, 6);
        await storage.Issues.RecordAsync([.. wanted, otherCode, otherCause, otherText, later]);
        var key = new CauseKey(Sources.Klarna, Operations.Capture, Cause.InvalidState, "CAPTURE_NOT_ALLOWED");

        var changed = await storage.Issues.ApplyAsync(
            _shop, new IssueSelection.OfCause(key, new() { Text = "captured" }, Any.Minute(5)), Any.Solve(Any.Minute(7)));

        changed.Should().Be(5);
        (await OpenAsync()).Should().BeEquivalentTo([otherCode.Id, otherCause.Id, otherText.Id, later.Id]);
    }

    [Fact]
    public async Task Unknown_ids_and_those_of_another_shop_are_passed_over()
    {
        var delta = Any.Delta(_shop);
        await storage.Issues.RecordAsync(delta);

        var changed = await storage.Issues.ApplyAsync(Any.Shop(), new IssueSelection.These([delta.Id, Any.Id()]), Any.Solve(Any.Minute(1)));

        changed.Should().Be(0);
        (await storage.Queries.FindAsync(delta)).State.Should().Be(IssueState.Open);
    }

    [Fact]
    public async Task No_issue_at_all_changes_nothing()
    {
        (await storage.Issues.ApplyAsync(_shop, new IssueSelection.These([]), Any.Solve(Any.Minute(1)))).Should().Be(0);
    }

    [Fact]
    public async Task A_thousand_issues_are_solved_in_one_call()
    {
        var deltas = Enumerable.Range(0, 1_000).Select(_ => Any.Delta(_shop)).ToArray();
        await storage.Issues.RecordAsync(deltas);

        var changed = await storage.Issues.ApplyAsync(_shop, new IssueSelection.These([.. deltas.Select(delta => delta.Id)]), Any.Solve(Any.Minute(1)));

        changed.Should().Be(1_000);
        (await storage.Queries.CountUntreatedAsync(_shop, Any.Minute(2), 1_000)).Should().Be(0);
    }

    [Fact]
    public async Task An_issue_is_given_to_somebody_and_taken_back()
    {
        var delta = Any.Delta(_shop);
        await storage.Issues.RecordAsync(delta);
        var give = new IssueChange.Assign(Any.Clerk, Any.Minute(1), new("u9", "Ola"));

        var given = await storage.Issues.ApplyAsync(delta, give);
        var again = await storage.Issues.ApplyAsync(delta, give);
        var assigned = (await storage.Queries.FindAsync(delta)).AssignedTo;
        var taken = await storage.Issues.ApplyAsync(delta, give with { To = null });

        (given, again, taken).Should().Be((1, 0, 1));
        assigned.Should().Be(new Actor("u9", "Ola"));
        (await storage.Queries.FindAsync(delta)).AssignedTo.Should().BeNull();
    }

    [Fact]
    public async Task A_muted_issue_is_off_the_overview_and_the_badge_until_its_time()
    {
        var delta = Any.Delta(_shop);
        await storage.Issues.RecordAsync(delta);

        var muted = await storage.Issues.ApplyAsync(delta, new IssueChange.Mute(Any.Clerk, Any.Minute(1), Any.Minute(60)));
        var again = await storage.Issues.ApplyAsync(delta, new IssueChange.Mute(Any.Clerk, Any.Minute(1), Any.Minute(60)));

        (muted, again).Should().Be((1, 0));
        (await storage.Queries.CountUntreatedAsync(_shop, Any.Minute(59), 10)).Should().Be(0);
        (await storage.Queries.CountUntreatedAsync(_shop, Any.Minute(60), 10)).Should().Be(1);
        (await storage.Queries.ListAsync(_shop, new(), new(Any.Minute(59)))).Items.Should().BeEmpty();
        (await storage.Queries.ListAsync(_shop, new(), new(Any.Minute(60)))).Items.Should().ContainSingle();
    }

    private async Task<IEnumerable<Fingerprint>> OpenAsync() =>
        (await storage.Queries.ListAsync(_shop, new(), new(Any.Minute(10), 200))).Items.Select(issue => issue.Id);
}
