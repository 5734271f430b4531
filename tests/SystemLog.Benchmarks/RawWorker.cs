using System.Data.Common;
using System.Globalization;

namespace SystemLog.Benchmarks;

/// <summary>Claims an item, does nothing, and marks it done, by hand: two transactions with two statements each, prepared once.</summary>
internal sealed class RawWorker : IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly DbCommand _claim;
    private readonly DbCommand _begun;
    private readonly DbCommand _end;
    private readonly DbCommand _ended;
    private readonly bool _ofSqlite;

    public RawWorker(DbConnection connection, IDatabaseUnderTest database)
    {
        _ofSqlite = database.Name == "SQLite";
        _connection = connection;
        _claim = Command(database.Table(
            $"""
            with due as materialized (
                select i.id as due_id from systemlog.work_item i
                where i.kind = @kind and i.state = 0 and i.due_at <= @now
                    and not exists (
                        select 1 from systemlog.work_item e
                        where e.shop_id = i.shop_id and e.order_key = i.order_key and e.order_key is not null and e.state in (0, 1) and e.id < i.id)
                    and not exists (
                        select 1 from systemlog.work_item l
                        where l.shop_id = i.shop_id and l.order_key = i.order_key and l.order_key is not null and l.state in (0, 1) and l.state = 1 and l.id > i.id)
                order by i.due_at, i.id
                limit 1
                {(_ofSqlite ? "" : "for update of i skip locked")})
            update systemlog.work_item as w set
                state = 1, attempts = w.attempts + 1, tries = w.tries + 1, token = w.token + 1, lease_owner = 'raw', lease_until = @now + 60000
            from due where w.id = due.due_id
            returning id, token, attempts
            """));
        _begun = Command(database.Table(
            "insert into systemlog.work_attempt (item_id, number, owner, begun_at) values (@id, @number, 'raw', @now)"));
        _end = Command(database.Table(
            """
            update systemlog.work_item set state = 2, reason = null, lease_owner = null, lease_until = null, no_return_at = null, ended_at = @now
            where id = @id and token = @token and state = 1
            """));
        _ended = Command(database.Table(
            "update systemlog.work_attempt set ended_at = @now, outcome = 'done' where item_id = @id and number = @number"));
    }

    /// <summary>Does items until none is due.</summary>
    /// <param name="turn">What lets one in at a time where there is one writer; null where there may be several.</param>
    public async Task RunAsync(SemaphoreSlim? turn)
    {
        while (true)
        {
            var claimed = await InTurnAsync(turn, ClaimAsync);
            if (claimed is not (var id, var token, var number))
            {
                return;
            }

            await InTurnAsync(turn, async () =>
            {
                await ExecuteAsync(_end, ("id", id), ("token", token), ("now", Now));
                await ExecuteAsync(_ended, ("id", id), ("number", number), ("now", Now));
                return true;
            });
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

    private async Task<(long Id, long Token, long Number)?> ClaimAsync()
    {
        Bind(_claim, ("kind", WorkBenchmark.Kind), ("now", Now));
        (long Id, long Token, long Number)? claimed = null;
        await using (var reader = await _claim.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                claimed = (reader.GetInt64(0), reader.GetInt64(1), Convert.ToInt64(reader.GetValue(2), CultureInfo.InvariantCulture));
            }
        }

        if (claimed is { } one)
        {
            await ExecuteAsync(_begun, ("id", one.Id), ("number", one.Number), ("now", Now));
        }

        return claimed;
    }

    private async Task<T> InTurnAsync<T>(SemaphoreSlim? turn, Func<Task<T>> write)
    {
        await (turn?.WaitAsync() ?? Task.CompletedTask);
        try
        {
            await ExecuteAsync(_ofSqlite ? "begin immediate" : "begin");
            var result = await write();
            await ExecuteAsync("commit");
            return result;
        }
        finally
        {
            turn?.Release();
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = Command(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static Task<int> ExecuteAsync(DbCommand command, params (string Name, object Value)[] values)
    {
        Bind(command, values);
        return command.ExecuteNonQueryAsync();
    }

    private static void Bind(DbCommand command, params (string Name, object Value)[] values)
    {
        foreach (var (name, value) in values)
        {
            if (!command.Parameters.Contains(name))
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
            }

            command.Parameters[name].Value = value;
        }
    }

    private DbCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
