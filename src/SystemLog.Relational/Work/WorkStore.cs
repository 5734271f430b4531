using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using SystemLog.Issues;
using SystemLog.Redaction;

namespace SystemLog.Work;

/// <summary>Keeps items of work in a SQL database.</summary>
internal sealed class WorkStore(RelationalDatabase database) : IWorkStore
{
    private const int MaxReasonLength = 2_000;
    private const string LostPastReturn = "The node was lost behind the point of no return.";

    // Whoever got less than asked for looks for lost leases with the next claim; who has more to do than that looks once in a while.
    private static readonly TimeSpan s_betweenFreeing = TimeSpan.FromSeconds(1);

    private readonly WorkWriter _writer = new(database);
    private readonly ConcurrentDictionary<string, long> _freeNextAt = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public Task<int> EnqueueAsync(IReadOnlyList<NewWork> work, Func<DbConnection, Task>? cause = null, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async connection =>
            {
                if (cause is not null)
                {
                    await cause(connection);
                }

                return await _writer.EnqueueAsync(connection, work, cancellationToken);
            },
            cancellationToken);

    /// <inheritdoc />
    public Task<int> EnqueueAsync(IReadOnlyList<NewWork> work, DbConnection connection, CancellationToken cancellationToken = default) =>
        database.JoinAsync(connection, () => _writer.EnqueueAsync(connection, work, cancellationToken));

    private readonly string _freeLost = database.Sql(
        $"""
        with lost as materialized (
            select i.id as lost_id from systemlog.work_item i
            where i.kind = @Kind and i.state = 1 and i.lease_until <= {database.Now}
            {database.SkipLocked})
        update systemlog.work_item as w set
            token = w.token + 1, lease_owner = null, lease_until = null,
            state = case when w.no_return_at is null then 0 else 4 end,
            due_at = case when w.no_return_at is null then {database.Now} else w.due_at end,
            ended_at = case when w.no_return_at is null then null else {database.Now} end,
            reason = case when w.no_return_at is null then w.reason else '{LostPastReturn}' end
        from lost where w.id = lost.lost_id
        returning id
        """);

    private readonly string _endLost = database.Sql(
        $"""
        update systemlog.work_attempt set ended_at = {database.Now}, outcome = 'lost'
        where {database.AnyOf("item_id", "Ids")} and ended_at is null
        """);

    // A later item of the order key may run when an earlier one is run again; both conditions on its state are there because SQLite uses a partial
    // index only for the condition of the index, to the letter. The CTE is materialised because a planner may otherwise lock, and update, more
    // rows than the limit.
    private readonly string _claim = database.Sql(
        $"""
        with due as materialized (
            select i.id as due_id from systemlog.work_item i
            where i.kind = @Kind and i.state = 0 and i.due_at <= {database.Now}
                and not exists (
                    select 1 from systemlog.work_item e
                    where e.shop_id = i.shop_id and e.order_key = i.order_key and e.order_key is not null and e.state in (0, 1) and e.id < i.id)
                and not exists (
                    select 1 from systemlog.work_item l
                    where l.shop_id = i.shop_id and l.order_key = i.order_key and l.order_key is not null and l.state in (0, 1) and l.state = 1 and l.id > i.id)
            order by i.due_at, i.id
            limit @Limit
            {database.SkipLocked})
        update systemlog.work_item as w set
            state = 1, attempts = w.attempts + 1, tries = w.tries + 1, token = w.token + 1, lease_owner = @Owner, lease_until = {database.Now} + @Lease
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
                if (Environment.TickCount64 >= _freeNextAt.GetValueOrDefault(request.Kind))
                {
                    await FreeLostAsync(connection, request.Kind, cancellationToken);
                    _freeNextAt[request.Kind] = Environment.TickCount64 + (long)s_betweenFreeing.TotalMilliseconds;
                }

                var rows = (await connection.QueryAsync<WorkRow>(new CommandDefinition(_claim, parameters, cancellationToken: cancellationToken))).AsList();
                if (rows.Count < request.Limit)
                {
                    _freeNextAt[request.Kind] = 0;
                }

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
        ChangeAsync(_extend, new { claimed.Item.Id, claimed.Token, Lease = (long)lease.TotalMilliseconds }, cancellationToken);

    private readonly string _pass = database.Sql(
        $"""
        update systemlog.work_item set lease_until = {database.Now} + @Lease, no_return_at = {database.Now}
        where id = @Id and token = @Token and state = 1
        """);

    /// <inheritdoc />
    public Task<bool> PassPointOfNoReturnAsync(ClaimedWork claimed, TimeSpan lease, CancellationToken cancellationToken = default) =>
        ChangeAsync(_pass, new { claimed.Item.Id, claimed.Token, Lease = (long)lease.TotalMilliseconds }, cancellationToken);

    // One trip to the server; the attempt is ended where its item was, and only then.
    private readonly string _end = database.Sql(
        $"""
        update systemlog.work_item set
            state = @State, due_at = case when @State = 0 then {database.Now} + @Pause else due_at end, reason = @Reason, result = @Result,
            lease_owner = null, lease_until = null, no_return_at = null, ended_at = case when @State = 0 then null else {database.Now} end
        where id = @Id and token = @Token and state = 1 and (@OnlyBeforeReturn = 0 or no_return_at is null);
        update systemlog.work_attempt set ended_at = {database.Now}, outcome = @Outcome, reason = @Reason
        where item_id = @Id and number = @Number and outcome is null
            and exists (select 1 from systemlog.work_item i where i.id = @Id and i.token = @Token and i.state <> 1)
        """);

    /// <inheritdoc />
    public Task<bool> EndAsync(ClaimedWork claimed, WorkEnd end, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async connection => await TryEndAsync(connection, claimed, end, cancellationToken)
                || (end.PastReturn is { } pastReturn && await TryEndAsync(connection, claimed, pastReturn, cancellationToken)),
            cancellationToken);

    private async Task<bool> TryEndAsync(DbConnection connection, ClaimedWork claimed, WorkEnd end, CancellationToken cancellationToken)
    {
        var parameters = new
        {
            claimed.Item.Id,
            claimed.Token,
            Number = claimed.Item.Attempts,
            State = (long)end.State,
            Pause = (long)(end.Pause ?? TimeSpan.Zero).TotalMilliseconds,
            end.Outcome,
            end.Result,
            Reason = end.Reason is { } reason ? StorableText.Cut(Redactor.Redact(StorableText.Of(reason)), MaxReasonLength) : null,
            OnlyBeforeReturn = end.PastReturn is null ? 0 : 1,
        };
        return await connection.ExecuteAsync(new CommandDefinition(_end, parameters, cancellationToken: cancellationToken)) == 2;
    }

    // A new token shuts out whatever attempt of before may still be on its way.
    private readonly string _runAgain = database.Sql(
        $"""
        update systemlog.work_item set
            state = 0, due_at = {database.Now}, token = token + 1, tries = 0, no_return_at = null, result = null, ended_at = null
        where id = @Id and shop_id = @Shop and state in (3, 4, 5, 6)
        returning token
        """);

    /// <inheritdoc />
    public Task<bool> RunAgainAsync(string shop, long id, Actor actor, CancellationToken cancellationToken = default) =>
        DecideAsync(_runAgain, new(shop, id, WorkDecisionKind.RunAgain, actor), cancellationToken);

    private readonly string _cancel = database.Sql(
        $"""
        update systemlog.work_item set state = 6, token = token + 1, no_return_at = null, ended_at = {database.Now}
        where id = @Id and shop_id = @Shop and state in (0, 3, 4, 5)
        returning token
        """);

    /// <inheritdoc />
    public Task<bool> CancelAsync(string shop, long id, Actor actor, CancellationToken cancellationToken = default) =>
        DecideAsync(_cancel, new(shop, id, WorkDecisionKind.Cancel, actor), cancellationToken);

    private readonly string _decided = database.Sql(
        $"""
        insert into systemlog.work_decision (item_id, token, at, kind, actor_id, actor_name)
        values (@Id, @Token, {database.Now}, @Kind, @ActorId, @ActorName)
        """);

    private Task<bool> DecideAsync(string change, Decision decision, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection =>
            {
                var token = await connection.QuerySingleOrDefaultAsync<long?>(
                    new CommandDefinition(change, new { decision.Id, decision.Shop }, cancellationToken: cancellationToken));
                return token is not null && await connection.ExecuteAsync(new CommandDefinition(
                    _decided,
                    new { decision.Id, Token = token, Kind = (long)decision.Kind, ActorId = decision.Actor.Id, ActorName = decision.Actor.Name },
                    cancellationToken: cancellationToken)) == 1;
            },
            cancellationToken);

    /// <inheritdoc />
    public Task<DateTimeOffset> NowAsync(CancellationToken cancellationToken = default) =>
        database.ReadAsync(async connection => UnixTime.Of(await database.NowAsync(connection, cancellationToken)), cancellationToken);

    private Task<bool> ChangeAsync(string sql, object parameters, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection => await connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken)) == 1,
            cancellationToken);

    private readonly record struct Decision(string Shop, long Id, WorkDecisionKind Kind, Actor Actor);
}
