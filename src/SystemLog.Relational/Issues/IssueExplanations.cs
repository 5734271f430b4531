using System.Data.Common;
using Dapper;
using SystemLog.Catalogue;
using SystemLog.Timeline;
using NewEntry = SystemLog.Timeline.TimelineWriter.NewEntry;

namespace SystemLog.Issues;

/// <summary>Renews explanations in a SQL database.</summary>
internal sealed class IssueExplanations(RelationalDatabase database) : IIssueExplanations
{
    private readonly TimelineWriter _timeline = new(database);

    private readonly string _ofOthers = database.Sql(
        $"""
        select {IssueRow.Columns},
            (select o.body from systemlog.occurrence o
             where o.shop_id = i.shop_id and o.fingerprint = i.fingerprint
             order by o.occurred_at desc, o.id desc
             limit 1) as body
        from systemlog.issue i
        where i.shop_id = @Shop and i.fingerprint > @After and i.catalogue is distinct from @Catalogue
        order by i.fingerprint
        limit @Limit
        """);

    /// <inheritdoc />
    public Task<IReadOnlyList<StoredError>> OfOthersAsync(
        string shop, string catalogue, Fingerprint? after, int limit, CancellationToken cancellationToken = default)
    {
        var parameters = new { Shop = shop, After = after?.ToString() ?? "", Catalogue = catalogue, Limit = limit };
        return database.ReadAsync<IReadOnlyList<StoredError>>(
            async connection =>
            {
                var rows = await connection.QueryAsync<IssueRow, BodyRow, StoredError>(
                    new CommandDefinition(_ofOthers, parameters, cancellationToken: cancellationToken),
                    (row, newest) => new(row.ToIssue([]), newest?.Body),
                    splitOn: "body");
                return rows.AsList();
            },
            cancellationToken);
    }

    // Locks in the order in which every writer does, and leaves out what has happened again meanwhile.
    private readonly BulkStatement<Row> _lock = database.Bulk(
        $"""
        select i.shop_id, i.fingerprint, i.cause
        from $rows r join systemlog.issue i on i.shop_id = r.shop_id and i.fingerprint = r.fingerprint and i.last_at = r.last_at
        {database.InLockOrder}
        """,
        new BulkColumns<Row>()
            .Text("shop_id", row => row.Shop)
            .Text("fingerprint", row => row.Fingerprint)
            .Number("last_at", row => row.LastAt));

    private readonly BulkStatement<Row> _keep = database.Bulk(
        """
        update systemlog.issue as i set catalogue = r.catalogue
        from $rows r
        where i.shop_id = r.shop_id and i.fingerprint = r.fingerprint
        """,
        new BulkColumns<Row>()
            .Text("shop_id", row => row.Shop)
            .Text("fingerprint", row => row.Fingerprint)
            .Text("catalogue", row => row.Catalogue));

    private readonly BulkStatement<Row> _renew = database.Bulk(
        """
        update systemlog.issue as i set
            cause = r.cause, rule = r.rule, rule_values = r.rule_values, retryable = r.retryable, who_must_act = r.who_must_act,
            catalogue = r.catalogue
        from $rows r
        where i.shop_id = r.shop_id and i.fingerprint = r.fingerprint
        """,
        new BulkColumns<Row>()
            .Text("shop_id", row => row.Shop)
            .Text("fingerprint", row => row.Fingerprint)
            .Number("cause", row => (long)row.Explanation!.Cause)
            .Text("rule", row => row.Explanation!.Rule)
            .Text("rule_values", row => StoredValues.Of(row.Explanation!.Values))
            .Number("retryable", row => row.Explanation!.Retryable ? 1 : 0)
            .Number("who_must_act", row => (long)row.Explanation!.WhoMustAct)
            .Text("catalogue", row => row.Catalogue));

    /// <inheritdoc />
    public Task<int> RenewAsync(
        IReadOnlyList<RenewedExplanation> renewed, string catalogue, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async connection =>
            {
                var rows = await LockAsync(connection, [.. renewed.Select(one => new Row(one, catalogue))], cancellationToken);
                await database.ExecuteAsync(connection, _keep, rows.FindAll(row => row.Explanation is null), cancellationToken);
                await database.ExecuteAsync(connection, _renew, rows.FindAll(row => row.Explanation is not null), cancellationToken);

                var changed = rows.FindAll(row => row.Explanation is { } explanation && explanation.Cause != row.Issue.Cause);
                await _timeline.AppendAsync(connection, changed.ConvertAll(row => EntryOf(row, at)), cancellationToken);
                return changed.Count;
            },
            cancellationToken);

    private async Task<List<Row>> LockAsync(DbConnection connection, List<Row> rows, CancellationToken cancellationToken)
    {
        var locked = await database.QueryAsync(
            connection, _lock, rows, reader => (Shop: reader.GetString(0), Fingerprint: reader.GetString(1)), cancellationToken);
        var unchanged = locked.ToHashSet();
        return rows.FindAll(row => unchanged.Contains((row.Shop, row.Fingerprint)));
    }

    private static NewEntry EntryOf(Row row, DateTimeOffset at) => new(
        row.Shop, row.Issue.Subject.Type, row.Issue.Subject.Number, at, TimelineKind.IssueCauseChanged, Actor.System, row.Fingerprint,
        row.Issue.Cause.ToString());

    private sealed record BodyRow
    {
        public string? Body { get; init; }
    }

    private sealed class Row(RenewedExplanation renewed, string catalogue)
    {
        public Issue Issue => renewed.Issue;

        public Explanation? Explanation => renewed.Explanation;

        public string Shop => Issue.Grouping.Shop;

        public string Fingerprint { get; } = renewed.Issue.Id.ToString();

        public long LastAt { get; } = renewed.Issue.LastAt.ToUnixTimeMilliseconds();

        public string Catalogue => catalogue;
    }
}
