using System.Globalization;
using Dapper;
using SystemLog.Storage;

namespace SystemLog.Work;

/// <summary>Reads items of work from a SQL database.</summary>
internal sealed class WorkQueryStore(RelationalDatabase database) : IWorkQueries
{
    private const int LargestPage = 200;

    private readonly string _findByKey = database.Sql(
        $"select {WorkRow.Columns} from systemlog.work_item w where w.shop_id = @Shop and w.kind = @Kind and w.key = @Key");

    /// <inheritdoc />
    public Task<WorkItem?> FindAsync(string shop, string kind, string key, CancellationToken cancellationToken = default) =>
        FindAsync(_findByKey, new { Shop = shop, Kind = kind, Key = key }, cancellationToken);

    private readonly string _findById = database.Sql($"select {WorkRow.Columns} from systemlog.work_item w where w.id = @Id and w.shop_id = @Shop");

    /// <inheritdoc />
    public Task<WorkItem?> FindAsync(string shop, long id, CancellationToken cancellationToken = default) =>
        FindAsync(_findById, new { Shop = shop, Id = id }, cancellationToken);

    private readonly string _list = database.Sql($"select {WorkRow.Columns} from systemlog.work_item w where w.shop_id = @Shop and w.kind = @Kind");

    /// <inheritdoc />
    public Task<Page<WorkItem>> ListAsync(
        string shop, WorkFilter filter, PageKey? after, int size, CancellationToken cancellationToken = default)
    {
        var shown = Math.Clamp(size, 1, LargestPage);
        var before = after is not null && long.TryParse(after.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : (long?)null;
        var sql = _list + (filter.State is null ? "" : " and w.state = @State") + (before is null ? "" : " and w.id < @Before")
            + " order by w.id desc limit @Limit";
        var parameters = new { Shop = shop, filter.Kind, State = (long?)filter.State, Before = before, Limit = shown + 1 };
        return database.ReadAsync(
            async connection =>
            {
                var rows = (await connection.QueryAsync<WorkRow>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken))).AsList();
                var items = rows.Take(shown).Select(row => row.ToItem()).ToList();
                return new Page<WorkItem>(
                    items, rows.Count > shown ? new(items[^1].QueuedAt, items[^1].Id.ToString(CultureInfo.InvariantCulture)) : null);
            },
            cancellationToken);
    }

    // The condition on the state is that of the index, to the letter.
    private readonly string _countOfAll = database.Sql(
        """
        select w.kind, w.state, case when w.state = 0 and w.due_at <= @Now then 1 else 0 end as isdue, count(*) as items, min(w.due_at) as oldestdueat
        from systemlog.work_item w where w.state not in (2, 6)
        group by 1, 2, 3
        """);

    /// <inheritdoc />
    public Task<IReadOnlyList<WorkKindCounts>> CountAsync(string? shop, CancellationToken cancellationToken = default)
    {
        var sql = shop is null ? _countOfAll : _countOfAll.Replace("where", "where w.shop_id = @Shop and", StringComparison.Ordinal);
        return database.ReadAsync<IReadOnlyList<WorkKindCounts>>(
            async connection =>
            {
                var parameters = new { Shop = shop, Now = await database.NowAsync(connection, cancellationToken) };
                var rows = await connection.QueryAsync<StateRow>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken));
                return [.. rows.GroupBy(row => row.Kind, StringComparer.Ordinal).OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(StateRow.Sum)];
            },
            cancellationToken);
    }

    private readonly string _attempts = database.Sql(
        """
        select number, owner, begun_at as begunat, ended_at as endedat, outcome, reason from systemlog.work_attempt
        where item_id = @Item
        order by number
        """);

    /// <inheritdoc />
    public Task<IReadOnlyList<WorkAttempt>> AttemptsAsync(long item, CancellationToken cancellationToken = default) =>
        ListAsync<AttemptRow, WorkAttempt>(_attempts, item, row => row.ToAttempt(), cancellationToken);

    private readonly string _decisions = database.Sql(
        """
        select kind, actor_id as actorid, actor_name as actorname, at from systemlog.work_decision
        where item_id = @Item
        order by token
        """);

    /// <inheritdoc />
    public Task<IReadOnlyList<WorkDecision>> DecisionsAsync(long item, CancellationToken cancellationToken = default) =>
        ListAsync<DecisionRow, WorkDecision>(_decisions, item, row => row.ToDecision(), cancellationToken);

    private Task<WorkItem?> FindAsync(string sql, object parameters, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection =>
                (await connection.QuerySingleOrDefaultAsync<WorkRow>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken)))?.ToItem(),
            cancellationToken);

    private Task<IReadOnlyList<T>> ListAsync<TRow, T>(string sql, long item, Func<TRow, T> read, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<T>>(
            async connection =>
            {
                var rows = await connection.QueryAsync<TRow>(new CommandDefinition(sql, new { Item = item }, cancellationToken: cancellationToken));
                return [.. rows.Select(read)];
            },
            cancellationToken);
}
