using SystemLog.Issues;
using SystemLog.Timeline;

namespace SystemLog.Conformance.Timeline;

public abstract class TimelineStoreTests(IStorageFixture storage)
{
    private readonly string _shop = Any.Shop();

    [Fact]
    public async Task What_people_do_and_what_happens_is_told_in_order()
    {
        var delta = Any.Delta(_shop, 1);
        await storage.Issues.RecordAsync(delta);
        await storage.Issues.RecordAsync(delta.At(2));
        foreach (var change in new IssueChange[]
        {
            new IssueChange.Comment(Any.Clerk, Any.Minute(3), "called the bank"),
            new IssueChange.Assign(Any.Clerk, Any.Minute(4), new("u9", "Ola")),
            new IssueChange.Mute(Any.Clerk, Any.Minute(5), Any.Minute(60)),
            new IssueChange.Mute(Any.Clerk, Any.Minute(6), null),
            new IssueChange.Solve(Any.Clerk, Any.Minute(7), SolvedHow.Manually, "paid in cash"),
            new IssueChange.Reopen(Any.Clerk, Any.Minute(8)),
            new IssueChange.Solve(Any.Clerk, Any.Minute(9), SolvedHow.Manually),
        })
        {
            (await storage.Issues.ApplyAsync(delta, change)).Should().Be(1);
        }

        await storage.Issues.RecordAsync(delta.At(10));

        var told = await storage.Timeline.OfSubjectAsync(_shop, delta.Grouping.Subject, 100);
        told.Select(entry => (entry.At, entry.Kind, entry.Actor, entry.Text)).Should().Equal(
            (Any.Minute(10), TimelineKind.IssueHappenedAgain, Actor.System, null),
            (Any.Minute(9), TimelineKind.IssueSolved, Any.Clerk, null),
            (Any.Minute(8), TimelineKind.IssueReopened, Any.Clerk, null),
            (Any.Minute(7), TimelineKind.IssueSolved, Any.Clerk, "paid in cash"),
            (Any.Minute(6), TimelineKind.IssueUnmuted, Any.Clerk, null),
            (Any.Minute(5), TimelineKind.IssueMuted, Any.Clerk, "2026-03-02T09:00:00Z"),
            (Any.Minute(4), TimelineKind.IssueAssigned, Any.Clerk, "Ola"),
            (Any.Minute(3), TimelineKind.IssueCommented, Any.Clerk, "called the bank"),
            (Any.Minute(1), TimelineKind.IssueOpened, Actor.System, null));
        told.Should().OnlyContain(entry => entry.Issue == delta.Id && entry.Subject == delta.Grouping.Subject);
        (await storage.Timeline.OfIssueAsync(_shop, delta.Id, 100)).Should().Equal(told);
    }

    [Fact]
    public async Task Only_the_newest_entries_are_read_up_to_the_limit()
    {
        var delta = Any.Delta(_shop, 1);
        await storage.Issues.RecordAsync(delta);
        await storage.Issues.ApplyAsync(delta, new IssueChange.Comment(Any.Clerk, Any.Minute(2), "newest"));

        var told = await storage.Timeline.OfIssueAsync(_shop, delta.Id, 1);

        told.Should().ContainSingle().Which.Text.Should().Be("newest");
    }

    [Fact]
    public async Task What_arrived_late_opens_nothing_in_the_timeline()
    {
        var delta = Any.Delta(_shop, 5);
        await storage.Issues.RecordAsync(delta);
        await storage.Issues.ApplyAsync(delta, Any.Solve(Any.Minute(10)));

        await storage.Issues.RecordAsync(delta.At(4));
        await storage.Issues.RecordAsync(delta.At(9, 11));
        await storage.Issues.RecordAsync(delta.At(6));

        var told = await storage.Timeline.OfIssueAsync(_shop, delta.Id, 100);
        told.Select(entry => (entry.At, entry.Kind)).Should().Equal(
            (Any.Minute(11), TimelineKind.IssueHappenedAgain),
            (Any.Minute(10), TimelineKind.IssueSolved),
            (Any.Minute(5), TimelineKind.IssueOpened));
    }

    [Fact]
    public async Task One_shop_does_not_read_the_timeline_of_another()
    {
        var delta = Any.Delta(_shop);
        await storage.Issues.RecordAsync(delta);

        (await storage.Timeline.OfSubjectAsync(Any.Shop(), delta.Grouping.Subject, 10)).Should().BeEmpty();
        (await storage.Timeline.OfIssueAsync(Any.Shop(), delta.Id, 10)).Should().BeEmpty();
    }
}
