using System.Data.Common;
using System.Globalization;
using SystemLog.Timeline;
using NewEntry = SystemLog.Timeline.TimelineWriter.NewEntry;

namespace SystemLog.Issues;

/// <summary>What a person or a later success does to issues: choose and lock the rows in one order, change them, tell it in the timeline.</summary>
internal sealed class IssueChanges(RelationalDatabase database)
{
    private readonly IssueChoice _choice = new(database);
    private readonly TimelineWriter _timeline = new(database);

    /// <summary>Applies a change to the issues it selects and returns how many changed.</summary>
    public async Task<int> ApplyAsync(DbConnection connection, ChangeRequest request, CancellationToken cancellationToken)
    {
        var issues = await _choice.OfAsync(connection, request, cancellationToken);
        if (issues.Count == 0)
        {
            return 0;
        }

        var change = request.Change;
        switch (change)
        {
            case IssueChange.Solve solve:
                await WriteSolvingsAsync(
                    connection,
                    issues.ConvertAll(issue => new Solving(issue, solve.At, solve.Actor, solve.How, solve.Note)),
                    cancellationToken);
                return issues.Count;
            case IssueChange.Reopen:
                await database.ExecuteAsync(connection, _reopenRound, issues.ConvertAll(issue => (issue, change.At)), cancellationToken);
                await database.ExecuteAsync(connection, _reopen, issues, cancellationToken);
                break;
            case IssueChange.Assign assign:
                await database.ExecuteAsync(connection, _assign, issues.ConvertAll(issue => (issue, assign.To)), cancellationToken);
                break;
            case IssueChange.Mute mute:
                await database.ExecuteAsync(connection, _mute, issues.ConvertAll(issue => (issue, mute.Until)), cancellationToken);
                break;
        }

        var (kind, text) = Told(change);
        await _timeline.AppendAsync(connection, issues.ConvertAll(issue => EntryOf(issue, change.At, kind, change.Actor, text)), cancellationToken);
        return issues.Count;
    }

    /// <summary>Solves the open issues of operations that succeeded later.</summary>
    public async Task SolveAsync(DbConnection connection, IReadOnlyList<OperationSuccess> successes, CancellationToken cancellationToken)
    {
        var solvings = await _choice.OfAsync(connection, successes, cancellationToken);
        await WriteSolvingsAsync(
            connection,
            solvings.ConvertAll(solving => new Solving(solving.Issue, solving.At, Actor.System, SolvedHow.BySuccess, null)),
            cancellationToken);
    }

    private async Task WriteSolvingsAsync(DbConnection connection, List<Solving> solvings, CancellationToken cancellationToken)
    {
        await database.ExecuteAsync(connection, _solve, solvings, cancellationToken);
        await database.ExecuteAsync(connection, _insertRound, solvings, cancellationToken);
        await _timeline.AppendAsync(
            connection,
            solvings.ConvertAll(solving => EntryOf(solving.Issue, solving.At, TimelineKind.IssueSolved, solving.By, solving.Note)),
            cancellationToken);
    }

    private readonly BulkStatement<Solving> _solve = database.Bulk(
        """
        update systemlog.issue as i set
            state = 1, solved_at = r.solved_at, solved_by_id = r.solved_by_id, solved_by_name = r.solved_by_name, solved_how = r.solved_how
        from $rows r
        where i.shop_id = r.shop_id and i.fingerprint = r.fingerprint
        """,
        new BulkColumns<Solving>()
            .Text("shop_id", solving => solving.Issue.ShopId)
            .Text("fingerprint", solving => solving.Issue.Fingerprint)
            .Number("solved_at", solving => solving.At.ToUnixTimeMilliseconds())
            .Text("solved_by_id", solving => solving.By.Id)
            .Text("solved_by_name", solving => solving.By.Name)
            .Number("solved_how", solving => (long)solving.How));

    private readonly BulkStatement<Solving> _insertRound = database.Bulk(
        "insert into systemlog.issue_round ($columns) $values",
        new BulkColumns<Solving>()
            .Text("shop_id", solving => solving.Issue.ShopId)
            .Text("id", solving => Guid.CreateVersion7(solving.At).ToString("N"))
            .Text("fingerprint", solving => solving.Issue.Fingerprint)
            .Text("source", solving => solving.Issue.Source)
            .Text("operation", solving => solving.Issue.Operation)
            .Text("subject_type", solving => solving.Issue.SubjectType)
            .Text("subject_number", solving => solving.Issue.SubjectNumber)
            .Text("code", solving => solving.Issue.Code)
            .Number("cause", solving => solving.Issue.Cause)
            .Text("rule", solving => solving.Issue.Rule)
            .Text("rule_values", solving => solving.Issue.RuleValues)
            .Text("description", solving => solving.Issue.Description)
            .Text("search", solving => solving.Issue.Search)
            .Number("round", solving => solving.Issue.Round)
            .Number("first_at", solving => solving.Issue.RoundFirstAt)
            .Number("last_at", solving => solving.Issue.LastAt)
            .Number("count", solving => solving.Issue.RoundCount)
            .Number("solved_at", solving => solving.At.ToUnixTimeMilliseconds())
            .Text("solved_by_id", solving => solving.By.Id)
            .Text("solved_by_name", solving => solving.By.Name)
            .Number("solved_how", solving => (long)solving.How)
            .Text("note", solving => solving.Note));

    private readonly BulkStatement<IssueRow> _reopen = database.Bulk(
        """
        update systemlog.issue as i set state = 0, solved_at = null, solved_by_id = null, solved_by_name = null, solved_how = null
        from $rows r
        where i.shop_id = r.shop_id and i.fingerprint = r.fingerprint
        """,
        new BulkColumns<IssueRow>().Text("shop_id", issue => issue.ShopId).Text("fingerprint", issue => issue.Fingerprint));

    private readonly BulkStatement<(IssueRow Issue, DateTimeOffset At)> _reopenRound = database.Bulk(
        """
        update systemlog.issue_round as i set reopened_at = r.reopened_at
        from $rows r
        where i.shop_id = r.shop_id and i.fingerprint = r.fingerprint and i.round = r.round and i.reopened_at is null
        """,
        new BulkColumns<(IssueRow Issue, DateTimeOffset At)>()
            .Text("shop_id", row => row.Issue.ShopId)
            .Text("fingerprint", row => row.Issue.Fingerprint)
            .Number("round", row => row.Issue.Round)
            .Number("reopened_at", row => row.At.ToUnixTimeMilliseconds()));

    private readonly BulkStatement<(IssueRow Issue, Actor? To)> _assign = database.Bulk(
        """
        update systemlog.issue as i set assigned_to_id = r.id, assigned_to_name = r.name
        from $rows r
        where i.shop_id = r.shop_id and i.fingerprint = r.fingerprint
        """,
        new BulkColumns<(IssueRow Issue, Actor? To)>()
            .Text("shop_id", row => row.Issue.ShopId)
            .Text("fingerprint", row => row.Issue.Fingerprint)
            .Text("id", row => row.To?.Id)
            .Text("name", row => row.To?.Name));

    private readonly BulkStatement<(IssueRow Issue, DateTimeOffset? Until)> _mute = database.Bulk(
        """
        update systemlog.issue as i set muted_until = r.muted_until
        from $rows r
        where i.shop_id = r.shop_id and i.fingerprint = r.fingerprint
        """,
        new BulkColumns<(IssueRow Issue, DateTimeOffset? Until)>()
            .Text("shop_id", row => row.Issue.ShopId)
            .Text("fingerprint", row => row.Issue.Fingerprint)
            .OptionalNumber("muted_until", row => row.Until?.ToUnixTimeMilliseconds()));

    private static (TimelineKind Kind, string? Text) Told(IssueChange change) => change switch
    {
        IssueChange.Reopen => (TimelineKind.IssueReopened, null),
        IssueChange.Assign assign => (TimelineKind.IssueAssigned, assign.To?.Name),
        IssueChange.Mute { Until: { } until } => (TimelineKind.IssueMuted, until.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        IssueChange.Mute => (TimelineKind.IssueUnmuted, null),
        IssueChange.Comment comment => (TimelineKind.IssueCommented, comment.Text),
        _ => throw new ArgumentException($"The storage does not know the change {change.GetType().Name}.", nameof(change)),
    };

    private static NewEntry EntryOf(IssueRow issue, DateTimeOffset at, TimelineKind kind, Actor actor, string? text) =>
        new(issue.ShopId, issue.SubjectType, issue.SubjectNumber, at, kind, actor, issue.Fingerprint, text);

    private sealed record Solving(IssueRow Issue, DateTimeOffset At, Actor By, SolvedHow How, string? Note);
}
