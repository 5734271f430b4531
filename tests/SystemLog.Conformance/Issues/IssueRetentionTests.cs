using SystemLog.Issues;

namespace SystemLog.Conformance.Issues;

public abstract class IssueRetentionTests(IStorageFixture storage)
{
    private readonly string _shop = Any.Shop();

    [Fact]
    public async Task Details_older_than_the_limit_go_and_the_issue_keeps_its_count()
    {
        var delta = Any.Delta(_shop, 1, 5, 9);
        await storage.Issues.RecordAsync(delta);

        var deleted = await ExpireAsync(detailsBefore: 5, solvedBefore: 0);

        deleted.Should().Be(1);
        (await storage.Queries.OccurrencesAsync(_shop, delta.Id)).Select(occurrence => occurrence.At).Should().Equal(Any.Minute(9), Any.Minute(5));
        (await storage.Queries.FindAsync(delta)).Count.Should().Be(3);
    }

    [Fact]
    public async Task What_was_solved_long_ago_goes_with_all_that_belongs_to_it()
    {
        var delta = Any.Delta(_shop, 1);
        await storage.Issues.RecordAsync(delta);
        await storage.Issues.ApplyAsync(delta, Any.Solve(Any.Minute(2)));

        var deleted = await ExpireAsync(detailsBefore: 0, solvedBefore: 3);

        deleted.Should().Be(1);
        (await storage.Queries.FindAsync(_shop, delta.Id)).Should().BeNull();
        (await storage.Queries.OccurrencesAsync(_shop, delta.Id)).Should().BeEmpty();
        (await storage.Queries.RoundsAsync(_shop, delta.Id)).Should().BeEmpty();
        (await storage.Timeline.OfSubjectAsync(_shop, delta.Grouping.Subject, 10)).Should().BeEmpty();
    }

    [Fact]
    public async Task Open_issues_and_those_solved_lately_stay()
    {
        var open = Any.Delta(_shop, 1);
        var solvedLately = Any.Delta(_shop, 1);
        await storage.Issues.RecordAsync(open, solvedLately);
        await storage.Issues.ApplyAsync(solvedLately, Any.Solve(Any.Minute(5)));

        var deleted = await ExpireAsync(detailsBefore: 0, solvedBefore: 5);

        deleted.Should().Be(0);
        (await storage.Queries.FindAsync(open)).State.Should().Be(IssueState.Open);
        (await storage.Queries.FindAsync(solvedLately)).State.Should().Be(IssueState.Solved);
    }

    [Fact]
    public async Task No_more_goes_at_a_time_than_the_limit_and_nothing_of_another_shop()
    {
        var other = Any.Delta(Any.Shop(), 1);
        await storage.Issues.RecordAsync(other, Any.Delta(_shop, 1, 2, 3), Any.Delta(_shop, 1, 2));

        var deleted = new List<int>();
        do
        {
            deleted.Add(await ExpireAsync(detailsBefore: 9, solvedBefore: 0, limit: 2));
        }
        while (deleted[^1] > 0);

        deleted.Should().Equal(2, 2, 1, 0);
        (await storage.Queries.OccurrencesAsync(other.Grouping.Shop, other.Id)).Should().ContainSingle();
    }

    private Task<int> ExpireAsync(int detailsBefore, int solvedBefore, int limit = 100) =>
        storage.Retention.ExpireAsync(_shop, Any.Minute(detailsBefore), Any.Minute(solvedBefore), limit);
}
