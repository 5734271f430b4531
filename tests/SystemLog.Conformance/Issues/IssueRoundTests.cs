using SystemLog.Issues;
using SystemLog.Subjects;

namespace SystemLog.Conformance.Issues;

public abstract class IssueRoundTests(IStorageFixture storage)
{
    private readonly string _shop = Any.Shop();

    [Fact]
    public async Task A_solved_issue_that_happens_again_opens_a_new_round()
    {
        var delta = await SolvedAtTenAsync();
        await storage.Issues.ApplyAsync(delta, new IssueChange.Assign(Any.Clerk, Any.Minute(10), Any.Clerk));
        await storage.Issues.ApplyAsync(delta, new IssueChange.Mute(Any.Clerk, Any.Minute(10), Any.Minute(999)));

        await storage.Issues.RecordAsync(delta.At(11, 12));

        var issue = await storage.Queries.FindAsync(delta);
        (issue.State, issue.Round, issue.RoundFirstAt, issue.RoundCount, issue.Count).Should().Be((IssueState.Open, 2, Any.Minute(11), 2, 5));
        (issue.SolvedAt, issue.SolvedBy, issue.SolvedHow, issue.MutedUntil, issue.AssignedTo).Should().Be((null, null, null, null, Any.Clerk));
    }

    [Fact]
    public async Task What_happened_before_the_solving_and_arrives_late_leaves_it_solved()
    {
        var delta = await SolvedAtTenAsync();

        await storage.Issues.RecordAsync(delta.At(8, 10));

        var issue = await storage.Queries.FindAsync(delta);
        (issue.State, issue.Round, issue.RoundCount, issue.Count).Should().Be((IssueState.Solved, 1, 5, 5));
    }

    [Fact]
    public async Task A_delta_that_lies_on_both_sides_of_the_solving_is_split()
    {
        var delta = await SolvedAtTenAsync();

        await storage.Issues.RecordAsync(delta.At(9, 10, 11, 12).Saying("newest"), Any.Delta(_shop));

        var issue = await storage.Queries.FindAsync(delta);
        (issue.State, issue.Round, issue.RoundFirstAt, issue.RoundCount, issue.Count).Should().Be((IssueState.Open, 2, Any.Minute(11), 2, 7));
        (issue.Description, issue.Days.Sum(day => day.Count)).Should().Be(("newest", 7));
        (await storage.Queries.OccurrencesAsync(_shop, delta.Id)).Should().HaveCount(7);
    }

    [Fact]
    public async Task What_happened_before_the_last_solving_does_not_count_into_the_new_round()
    {
        var delta = await SolvedAtTenAsync();
        await storage.Issues.RecordAsync(delta.At(20));

        await storage.Issues.RecordAsync(delta.At(9));
        await storage.Issues.RecordAsync(delta.At(8, 15));

        var issue = await storage.Queries.FindAsync(delta);
        (issue.Round, issue.RoundFirstAt, issue.RoundCount, issue.Count).Should().Be((2, Any.Minute(15), 2, 7));
    }

    [Fact]
    public async Task Every_solved_round_stands_in_the_history()
    {
        var delta = await SolvedAtTenAsync();
        await storage.Issues.RecordAsync(delta.At(20));
        await storage.Issues.ApplyAsync(delta, new IssueChange.Solve(Any.Clerk, Any.Minute(30), SolvedHow.InBulk, "told the customer"));

        var rounds = await storage.Queries.RoundsAsync(_shop, delta.Id);

        rounds.Select(round => (round.Round, round.Count, round.FirstAt, round.LastAt, round.SolvedAt, round.SolvedHow, round.Note)).Should().Equal(
            (2, 1, Any.Minute(20), Any.Minute(20), Any.Minute(30), SolvedHow.InBulk, "told the customer"),
            (1, 3, Any.Minute(1), Any.Minute(3), Any.Minute(10), SolvedHow.Manually, null));
        rounds.Should().OnlyContain(round => round.SolvedBy == Any.Clerk && round.Subject == delta.Grouping.Subject);
    }

    [Fact]
    public async Task What_is_solved_already_is_not_solved_again()
    {
        var delta = await SolvedAtTenAsync();

        var changed = await storage.Issues.ApplyAsync(delta, Any.Solve(Any.Minute(20)));

        changed.Should().Be(0);
        (await storage.Queries.FindAsync(delta)).SolvedAt.Should().Be(Any.Minute(10));
    }

    [Fact]
    public async Task Two_who_solve_at_once_solve_once()
    {
        var delta = Any.Delta(_shop);
        await storage.Issues.RecordAsync(delta);

        var changed = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => storage.Issues.ApplyAsync(delta, Any.Solve(Any.Minute(i))))));

        changed.Sum().Should().Be(1);
        (await storage.Queries.RoundsAsync(_shop, delta.Id)).Should().ContainSingle();
    }

    [Fact]
    public async Task An_issue_opened_again_goes_on_with_its_round_and_its_counts()
    {
        var delta = await SolvedAtTenAsync();

        var changed = await storage.Issues.ApplyAsync(delta, new IssueChange.Reopen(Any.Clerk, Any.Minute(15)));
        await storage.Issues.RecordAsync(delta.At(16));
        await storage.Issues.ApplyAsync(delta, Any.Solve(Any.Minute(20)));

        changed.Should().Be(1);
        var rounds = await storage.Queries.RoundsAsync(_shop, delta.Id);
        rounds.Select(round => (round.Round, round.Count, round.SolvedAt, round.ReopenedAt)).Should().Equal(
            (1, 4, Any.Minute(20), null),
            (1, 3, Any.Minute(10), Any.Minute(15)));
    }

    [Fact]
    public async Task What_is_open_is_not_opened_again()
    {
        var delta = Any.Delta(_shop);
        await storage.Issues.RecordAsync(delta);

        var changed = await storage.Issues.ApplyAsync(delta, new IssueChange.Reopen(Any.Clerk, Any.Minute(15)));

        changed.Should().Be(0);
    }

    [Fact]
    public async Task A_success_solves_what_last_happened_before_it()
    {
        var before = Any.Delta(_shop, 5);
        var after = Any.Delta(_shop, 15).Of(before.Grouping.Subject);
        var elsewhere = Any.Delta(_shop, 5);
        await storage.Issues.RecordAsync(before, after, elsewhere);

        await storage.Issues.RecordAsync(new([], [SuccessOf(before, 10), SuccessOf(before, 3)], []));

        var solved = await storage.Queries.FindAsync(before);
        (solved.State, solved.SolvedAt, solved.SolvedBy, solved.SolvedHow).Should().Be((IssueState.Solved, Any.Minute(10), Actor.System, SolvedHow.BySuccess));
        (await storage.Queries.FindAsync(after)).State.Should().Be(IssueState.Open);
        (await storage.Queries.FindAsync(elsewhere)).State.Should().Be(IssueState.Open);
        (await storage.Queries.RoundsAsync(_shop, before.Id)).Should().ContainSingle().Which.SolvedBy.Should().Be(Actor.System);
    }

    [Fact]
    public async Task A_success_in_the_same_batch_solves_what_the_batch_brought()
    {
        var delta = Any.Delta(_shop, 5);

        await storage.Issues.RecordAsync(new([delta], [SuccessOf(delta, 6)], []));

        (await storage.Queries.FindAsync(delta)).State.Should().Be(IssueState.Solved);
    }

    [Theory]
    [InlineData("source")]
    [InlineData("operation")]
    [InlineData("type")]
    [InlineData("shop")]
    public async Task A_success_of_something_else_solves_nothing(string difference)
    {
        var delta = Any.Delta(_shop, 5);
        await storage.Issues.RecordAsync(delta);
        var success = SuccessOf(delta, 10);

        await storage.Issues.RecordAsync(new([], [difference switch
        {
            "source" => success with { Source = "Vipps" },
            "operation" => success with { Operation = "refund" },
            "type" => success with { Subject = new(SubjectTypes.Booking, success.Subject.Number) },
            _ => success with { Shop = Any.Shop() },
        }], []));

        (await storage.Queries.FindAsync(delta)).State.Should().Be(IssueState.Open);
    }

    private async Task<IssueDelta> SolvedAtTenAsync()
    {
        var delta = Any.Delta(_shop, 1, 2, 3);
        await storage.Issues.RecordAsync(delta);
        await storage.Issues.ApplyAsync(delta, Any.Solve(Any.Minute(10)));
        return delta;
    }

    private static OperationSuccess SuccessOf(IssueDelta delta, int minute) =>
        new(delta.Grouping.Shop, delta.Grouping.Source, delta.Grouping.Operation, delta.Grouping.Subject, Any.Minute(minute));
}
