using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using SystemLog.Issues;
using SystemLog.Redaction;

namespace SystemLog.Work;

/// <summary>Keeps items of work in a SQL database.</summary>
internal sealed class WorkStore(RelationalDatabase database, TimeProvider time) : IWorkStore
{
    private const int MaxReasonLength = 2_000;
    private const string LostPastReturn = "The node was lost behind the point of no return.";

    // Whoever got less than asked for looks for lost leases with the next claim; who has more to do than that looks once in a while.
    private static readonly TimeSpan s_betweenFreeing = TimeSpan.FromSeconds(1);

    private readonly WorkWriter _writer = new(database);
    private readonly ConcurrentDictionary<string, long> _freedAt = new(StringComparer.Ordinal);

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
    private readonly BulkStatement<ClaimRequest> _claim = database.Bulk(
        $"""
        with due as materialized (
            select i.id as due_id from systemlog.work_item i
            where i.kind = {database.One("kind")} and i.state = 0 and i.due_at <= {database.Now}
                and not exists (
                    select 1 from systemlog.work_item e
                    where e.shop_id = i.shop_id and e.order_key = i.order_key and e.order_key is not null and e.state in (0, 1) and e.id < i.id)
                and not exists (
                    select 1 from systemlog.work_item l
                    where l.shop_id = i.shop_id and l.order_key = i.order_key and l.order_key is not null and l.state in (0, 1) and l.state = 1 and l.id > i.id)
            order by i.due_at, i.id
            limit {database.One("most")}
            {database.SkipLocked})
        update systemlog.work_item as w set
            state = 1, attempts = w.attempts + 1, tries = w.tries + 1, token = w.token + 1,
            lease_owner = {database.One("owner")}, lease_until = {database.Now} + {database.One("lease")}
        from due where w.id = due.due_id
        returning {WorkRow.Columns}
        """,
        new BulkColumns<ClaimRequest>()
            .Text("kind", request => request.Kind)
            .Text("owner", request => request.Owner)
            .Number("lease", request => (long)request.Lease.TotalMilliseconds)
            .Number("most", request => request.Limit));

    private readonly BulkStatement<(long Id, int Number, string Owner)> _begin = database.Bulk(
        $"""
        insert into systemlog.work_attempt ($columns, begun_at) select $columns, {database.Now} from $rows r
        """,
        new BulkColumns<(long Id, int Number, string Owner)>()
            .Number("item_id", attempt => attempt.Id)
            .Number("number", attempt => attempt.Number)
            .Text("owner", attempt => attempt.Owner));

    /// <inheritdoc />
    public Task<IReadOnlyList<ClaimedWork>> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken = default) =>
        database.WriteAsync<IReadOnlyList<ClaimedWork>>(
            async connection =>
            {
                if (!_freedAt.TryGetValue(request.Kind, out var freedAt) || time.GetElapsedTime(freedAt) >= s_betweenFreeing)
                {
                    await FreeLostAsync(connection, request.Kind, cancellationToken);
                    _freedAt[request.Kind] = time.GetTimestamp();
                }

                var rows = await database.QueryAsync(connection, _claim, [request], reader => reader.GetRowParser<WorkRow>()(reader), cancellationToken);
                if (rows.Count < request.Limit)
                {
                    _freedAt.TryRemove(request.Kind, out _);
                }

                var claimed = rows.OrderBy(row => row.DueAt).ThenBy(row => row.Id).Select(row => new ClaimedWork(row.ToItem(), row.Token)).ToList();
                await database.ExecuteAsync(
                    connection, _begin, claimed.ConvertAll(one => (one.Item.Id, one.Item.Attempts, request.Owner)), cancellationToken);
                return claimed;
            },
            cancellationToken);

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

    private readonly BulkStatement<Ended> _end = database.Bulk(
        $"""
        update systemlog.work_item set
            state = {database.One("to_state")}, reason = {database.One("why")}, result = {database.One("told")},
            due_at = case when {database.One("to_state")} = 0 then {database.Now} + {database.One("pause")} else due_at end,
            ended_at = case when {database.One("to_state")} = 0 then null else {database.Now} end,
            lease_owner = null, lease_until = null, no_return_at = null
        where id = {database.One("item")} and token = {database.One("held")} and state = 1
            and ({database.One("only_before_return")} = 0 or no_return_at is null)
        returning id
        """,
        new BulkColumns<Ended>()
            .Number("item", ended => ended.Claimed.Item.Id)
            .Number("held", ended => ended.Claimed.Token)
            .Number("to_state", ended => (long)ended.End.State)
            .Number("pause", ended => (long)(ended.End.Pause ?? TimeSpan.Zero).TotalMilliseconds)
            .Number("only_before_return", ended => ended.End.PastReturn is null ? 0 : 1)
            .Text("why", ended => ended.Reason)
            .Text("told", ended => ended.End.Result));

    private readonly BulkStatement<Ended> _endAttempt = database.Bulk(
        $"""
        update systemlog.work_attempt set ended_at = {database.Now}, outcome = {database.One("came_to")}, reason = {database.One("why")}
        where item_id = {database.One("item")} and number = {database.One("attempt")}
        """,
        new BulkColumns<Ended>()
            .Number("item", ended => ended.Claimed.Item.Id)
            .Number("attempt", ended => ended.Claimed.Item.Attempts)
            .Text("came_to", ended => ended.End.Outcome)
            .Text("why", ended => ended.Reason));

    /// <inheritdoc />
    public Task<bool> EndAsync(ClaimedWork claimed, WorkEnd end, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async connection => await TryEndAsync(connection, claimed, end, cancellationToken)
                || (end.PastReturn is { } pastReturn && await TryEndAsync(connection, claimed, pastReturn, cancellationToken)),
            cancellationToken);

    private async Task<bool> TryEndAsync(DbConnection connection, ClaimedWork claimed, WorkEnd end, CancellationToken cancellationToken)
    {
        var reason = end.Reason is { } text ? StorableText.Cut(Redactor.Redact(StorableText.Of(text)), MaxReasonLength) : null;
        Ended[] ended = [new(claimed, end, reason)];
        if ((await database.QueryAsync(connection, _end, ended, reader => reader.GetInt64(0), cancellationToken)).Count == 0)
        {
            return false;
        }

        await database.ExecuteAsync(connection, _endAttempt, ended, cancellationToken);
        return true;
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

    private readonly record struct Ended(ClaimedWork Claimed, WorkEnd End, string? Reason);

    private readonly record struct Decision(string Shop, long Id, WorkDecisionKind Kind, Actor Actor);
}
