using System.Data.Common;
using Dapper;
using SystemLog.Issues;
using SystemLog.Redaction;

namespace SystemLog.Work;

/// <summary>Keeps items of work in a SQL database.</summary>
internal sealed class WorkStore(RelationalDatabase database) : IWorkStore
{
    private const int MaxReasonLength = 2_000;

    private readonly BulkStatement<NewWork> _enqueue = database.Bulk(
        $"""
        insert into systemlog.work_item ($columns, queued_at)
        select $columns, {database.Now} from $rows r where true
        on conflict (shop_id, kind, key) do nothing
        returning id
        """,
        new BulkColumns<NewWork>()
            .Text("shop_id", work => work.Shop)
            .Text("kind", work => work.Kind)
            .Text("key", work => work.Key)
            .Text("subject_type", work => work.Subject?.Type)
            .Text("subject_number", work => work.Subject?.Number)
            .Number("state", _ => (long)WorkState.Waiting)
            .Number("due_at", work => work.DueAt.ToUnixTimeMilliseconds())
            .Text("order_key", work => work.OrderKey)
            .Text("payload", work => work.Payload)
            .Number("payload_version", work => work.PayloadVersion)
            .Number("attempts", _ => 0)
            .Number("token", _ => 0));

    /// <inheritdoc />
    public Task<int> EnqueueAsync(IReadOnlyList<NewWork> work, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async connection => (await database.QueryAsync(connection, _enqueue, work, reader => reader.GetInt64(0), cancellationToken)).Count,
            cancellationToken);

    private readonly string _freeLost = database.Sql(
        $"""
        with lost as materialized (
            select i.id as lost_id from systemlog.work_item i
            where i.kind = @Kind and i.state = 1 and i.lease_until <= {database.Now}
            {database.SkipLocked})
        update systemlog.work_item as w set state = 0, due_at = {database.Now}, token = w.token + 1, lease_owner = null, lease_until = null
        from lost where w.id = lost.lost_id
        returning id
        """);

    private readonly string _endLost = database.Sql(
        $"""
        update systemlog.work_attempt set ended_at = {database.Now}, outcome = 'lost'
        where {database.AnyOf("item_id", "Ids")} and ended_at is null
        """);

    // The CTE is materialised because a planner may otherwise lock, and update, more rows than the limit.
    private readonly string _claim = database.Sql(
        $"""
        with due as materialized (
            select i.id as due_id from systemlog.work_item i
            where i.kind = @Kind and i.state = 0 and i.due_at <= {database.Now}
                and not exists (
                    select 1 from systemlog.work_item e
                    where e.shop_id = i.shop_id and e.order_key = i.order_key and e.order_key is not null and e.state in (0, 1) and e.id < i.id)
            order by i.due_at, i.id
            limit @Limit
            {database.SkipLocked})
        update systemlog.work_item as w set
            state = 1, attempts = w.attempts + 1, token = w.token + 1, lease_owner = @Owner, lease_until = {database.Now} + @Lease
        from due where w.id = due.due_id
        returning {WorkRow.Columns}
        """);

    private readonly BulkStatement<(long Id, int Number, string Owner)> _begin = database.Bulk(
        $"""
        insert into systemlog.work_attempt ($columns, begun_at) select $columns, {database.Now} from $rows r
        """,
        new BulkColumns<(long Id, int Number, string Owner)>()
            .Number("item_id", attempt => attempt.Id)
            .Number("number", attempt => attempt.Number)
            .Text("owner", attempt => attempt.Owner));

    /// <inheritdoc />
    public Task<IReadOnlyList<ClaimedWork>> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken = default)
    {
        var parameters = new { request.Kind, request.Owner, Lease = (long)request.Lease.TotalMilliseconds, request.Limit };
        return database.WriteAsync<IReadOnlyList<ClaimedWork>>(
            async connection =>
            {
                await FreeLostAsync(connection, request.Kind, cancellationToken);
                var rows = await connection.QueryAsync<WorkRow>(new CommandDefinition(_claim, parameters, cancellationToken: cancellationToken));
                var claimed = rows.OrderBy(row => row.DueAt).ThenBy(row => row.Id).Select(row => new ClaimedWork(row.ToItem(), row.Token)).ToList();
                await database.ExecuteAsync(
                    connection, _begin, claimed.ConvertAll(one => (one.Item.Id, one.Item.Attempts, request.Owner)), cancellationToken);
                return claimed;
            },
            cancellationToken);
    }

    private async Task FreeLostAsync(DbConnection connection, string kind, CancellationToken cancellationToken)
    {
        var lost = await connection.QueryAsync<long>(new CommandDefinition(_freeLost, new { Kind = kind }, cancellationToken: cancellationToken));
        if (lost.AsList() is { Count: > 0 } ids)
        {
            await connection.ExecuteAsync(new CommandDefinition(_endLost, new { Ids = ids.ToArray() }, cancellationToken: cancellationToken));
        }
    }

    private readonly string _extend = database.Sql(
        $"update systemlog.work_item set lease_until = {database.Now} + @Lease where id = @Id and token = @Token and state = 1");

    /// <inheritdoc />
    public Task<bool> ExtendAsync(ClaimedWork claimed, TimeSpan lease, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async connection => await connection.ExecuteAsync(new CommandDefinition(
                _extend, new { claimed.Item.Id, claimed.Token, Lease = (long)lease.TotalMilliseconds }, cancellationToken: cancellationToken)) == 1,
            cancellationToken);

    private readonly string _end = database.Sql(
        $"""
        update systemlog.work_item set
            state = @State, due_at = case when @State = 0 then {database.Now} + @Pause else due_at end, reason = @Reason,
            lease_owner = null, lease_until = null, ended_at = case when @State = 0 then null else {database.Now} end
        where id = @Id and token = @Token and state = 1
        """);

    private readonly string _endAttempt = database.Sql(
        $"update systemlog.work_attempt set ended_at = {database.Now}, outcome = @Outcome, reason = @Reason where item_id = @Id and number = @Number");

    /// <inheritdoc />
    public Task<bool> EndAsync(ClaimedWork claimed, WorkEnd end, CancellationToken cancellationToken = default)
    {
        var parameters = new
        {
            claimed.Item.Id,
            claimed.Token,
            Number = claimed.Item.Attempts,
            State = (long)end.State,
            Pause = (long)(end.Pause ?? TimeSpan.Zero).TotalMilliseconds,
            end.Outcome,
            Reason = end.Reason is { } reason ? StorableText.Cut(Redactor.Redact(StorableText.Of(reason)), MaxReasonLength) : null,
        };
        return database.WriteAsync(
            async connection =>
            {
                var held = await connection.ExecuteAsync(new CommandDefinition(_end, parameters, cancellationToken: cancellationToken)) == 1;
                return held && await connection.ExecuteAsync(new CommandDefinition(_endAttempt, parameters, cancellationToken: cancellationToken)) == 1;
            },
            cancellationToken);
    }

    private readonly string _find = database.Sql(
        $"select {WorkRow.Columns} from systemlog.work_item w where w.shop_id = @Shop and w.kind = @Kind and w.key = @Key");

    /// <inheritdoc />
    public Task<WorkItem?> FindAsync(string shop, string kind, string key, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            async connection => (await connection.QuerySingleOrDefaultAsync<WorkRow>(new CommandDefinition(
                _find, new { Shop = shop, Kind = kind, Key = key }, cancellationToken: cancellationToken)))?.ToItem(),
            cancellationToken);

    private readonly string _attempts = database.Sql(
        """
        select number, owner, begun_at as begunat, ended_at as endedat, outcome, reason from systemlog.work_attempt
        where item_id = @Item
        order by number
        """);

    /// <inheritdoc />
    public Task<IReadOnlyList<WorkAttempt>> AttemptsAsync(long item, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<WorkAttempt>>(
            async connection =>
            {
                var rows = await connection.QueryAsync<AttemptRow>(new CommandDefinition(_attempts, new { Item = item }, cancellationToken: cancellationToken));
                return [.. rows.Select(row => row.ToAttempt())];
            },
            cancellationToken);
}
