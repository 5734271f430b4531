using System.Data.Common;
using Dapper;

namespace SystemLog.Issues;

/// <summary>Chooses the issues a change is meant for, and locks them in the order in which every writer does.</summary>
internal sealed class IssueChoice(RelationalDatabase database)
{
    private readonly string _select = database.Sql($"select {IssueRow.Columns} from systemlog.issue i where ");

    /// <summary>Returns the issues that a change selects and that are not yet as it wants them.</summary>
    public async Task<List<IssueRow>> OfAsync(DbConnection connection, ChangeRequest request, CancellationToken cancellationToken)
    {
        var conditions = new SqlConditions().Add("i.shop_id = @Shop", "Shop", request.Shop);
        Select(conditions, request.Selection, request.Change.At);
        AddNotYet(conditions, request.Change);
        var rows = await connection.QueryAsync<IssueRow>(
            new CommandDefinition($"{_select}{conditions} {database.InLockOrder}", conditions.Parameters, cancellationToken: cancellationToken));
        return rows.AsList();
    }

    private void Select(SqlConditions conditions, IssueSelection selection, DateTimeOffset now)
    {
        switch (selection)
        {
            case IssueSelection.These these:
                conditions.Add(database.AnyOf("i.fingerprint", "Ids"), "Ids", these.Issues.Select(id => id.ToString()).ToArray());
                break;
            case IssueSelection.OfSubject all:
                conditions.Add("i.state = 0")
                    .Add("i.subject_number = @Number", "Number", all.Subject.Number)
                    .Add("i.subject_type = @Type", "Type", all.Subject.Type)
                    .Add("+i.last_at <= @AsOf", "AsOf", all.AsOf.ToUnixTimeMilliseconds());
                break;
            case IssueSelection.OfCause all:
                IssueFilterSql.Add(conditions, database, all.Filter, now);
                conditions.Add("i.state = 0")
                    .Add("i.source = @KeySource", "KeySource", all.Key.Source)
                    .Add("i.operation = @KeyOperation", "KeyOperation", all.Key.Operation)
                    .Add("i.cause = @KeyCause", "KeyCause", (long)all.Key.Cause)
                    .Add("coalesce(i.code, '') = @KeyCode", "KeyCode", all.Key.Code ?? "")
                    .Add("+i.last_at <= @AsOf", "AsOf", all.AsOf.ToUnixTimeMilliseconds());
                break;
        }
    }

    private static void AddNotYet(SqlConditions conditions, IssueChange change) => _ = change switch
    {
        IssueChange.Solve => conditions.Add("i.state = 0"),
        IssueChange.Reopen => conditions.Add("i.state = 1"),
        IssueChange.Assign assign => conditions.Add("i.assigned_to_id is distinct from @To", "To", assign.To?.Id),
        IssueChange.Mute mute => conditions.Add("i.muted_until is distinct from @Until", "Until", mute.Until?.ToUnixTimeMilliseconds()),
        _ => conditions,
    };

    // The plus keeps SQLite from the index by time: a subject has few issues, a shop may have a hundred thousand older ones.
    private readonly BulkStatement<OperationSuccess> _succeeded = database.Bulk(
        $"""
        select r.at as succeededat, {IssueRow.Columns}
        from $rows r join systemlog.issue i
            on i.shop_id = r.shop_id and i.state = 0 and i.subject_number = r.subject_number and i.subject_type = r.subject_type
        where i.source = r.source and i.operation = r.operation and +i.last_at <= r.at
        {database.InLockOrder}
        """,
        new BulkColumns<OperationSuccess>()
            .Text("shop_id", success => success.Shop)
            .Text("source", success => success.Source)
            .Text("operation", success => success.Operation)
            .Text("subject_type", success => success.Subject.Type)
            .Text("subject_number", success => success.Subject.Number)
            .Number("at", success => success.At.ToUnixTimeMilliseconds()));

    /// <summary>Returns the open issues of operations that succeeded after they had last happened, each once, with the last such success.</summary>
    public async Task<List<(IssueRow Issue, DateTimeOffset At)>> OfAsync(
        DbConnection connection, IReadOnlyList<OperationSuccess> successes, CancellationToken cancellationToken)
    {
        Func<DbDataReader, IssueRow>? parse = null;
        var solved = await database.QueryAsync(
            connection, _succeeded, successes,
            reader => (Issue: (parse ??= reader.GetRowParser<IssueRow>())(reader), At: UnixTime.Of(reader.GetInt64(0))),
            cancellationToken);
        return [.. solved.OrderByDescending(one => one.At).DistinctBy(one => (one.Issue.ShopId, one.Issue.Fingerprint))];
    }
}
