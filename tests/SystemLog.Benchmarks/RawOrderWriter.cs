using System.Data.Common;
using SystemLog.Orders.Notices;

namespace SystemLog.Benchmarks;

/// <summary>Writes what a change of status writes, by hand: one transaction with the order, the history, the message and its work, prepared once.</summary>
internal sealed class RawOrderWriter : IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly DbCommand _begin;
    private readonly DbCommand _commit;
    private readonly DbCommand _state;
    private readonly DbCommand _change;
    private readonly DbCommand _message;
    private readonly DbCommand _work;

    public RawOrderWriter(DbConnection connection, IDatabaseUnderTest database)
    {
        _connection = connection;
        _begin = Command(database.Name == "SQLite" ? "begin immediate" : "begin");
        _commit = Command("commit");
        _state = Command(database.Table(
            """
            update systemlog.order_state set
                workflow = 'dandomain', status = @status, status_since = @now, version = @sequence, status_before_error = null, is_approved = 1
            where shop_id = 'main' and subject_number = @number and subject_type = 'order' and version = @sequence - 1
            """));
        _change = Command(database.Table(
            """
            insert into systemlog.status_change (shop_id, subject_number, subject_type, sequence, from_status, to_status, trigger, transition,
                is_automatic, actor_id, actor_name, actor_kind, at, is_override, payment_hint, workflow_version)
            values ('main', @number, 'order', @sequence, 'Unprocessed', @status, 'SetStatus', 'S1', 0, 'u1', 'Anna', 1, @now, 0, 0, '0123456789abcdef')
            """));
        _message = Command(database.Table(
            """
            insert into systemlog.order_message (shop_id, subject_number, subject_type, cause, audience, channel, state, recipient, language, at)
            values ('main', @number, 'order', @cause, 1, 1, 1, 'kari@customer.example', 'nb', @now)
            """));
        _work = Command(database.Table(
            $"""
            insert into systemlog.work_item (shop_id, kind, key, subject_type, subject_number, state, due_at, order_key, payload, payload_version,
                attempts, tries, token, queued_at)
            values ('main', '{NoticeHandler.Name}', @key, 'order', @number, 0, @now, @order, @payload, 1, 0, 0, 0, @now)
            """));
    }

    /// <summary>Writes a change.</summary>
    /// <param name="turn">What lets one in at a time where there is one writer; null where there may be several.</param>
    /// <param name="number">The order's number.</param>
    /// <param name="sequence">The number of the change.</param>
    /// <param name="status">The status it leads to.</param>
    public async Task WriteAsync(SemaphoreSlim? turn, string number, int sequence, string status)
    {
        await (turn?.WaitAsync() ?? Task.CompletedTask);
        try
        {
            var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
            await _begin.ExecuteNonQueryAsync();
            await ExecuteAsync(_state, ("status", status), ("now", now), ("sequence", sequence), ("number", number));
            await ExecuteAsync(_change, ("number", number), ("sequence", sequence), ("status", status), ("now", now));
            await ExecuteAsync(_message, ("number", number), ("cause", $"{sequence}"), ("now", now));
            await ExecuteAsync(
                _work, ("key", $"order/{number}/{sequence}/1/1"), ("number", number), ("now", now), ("order", $"{NoticeHandler.Name}/order/{number}"),
                ("payload", $$"""{"cause":"{{sequence}}","audience":"Customer","channel":"Email","status":"{{status}}"}"""));
            await _commit.ExecuteNonQueryAsync();
        }
        finally
        {
            turn?.Release();
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static async Task ExecuteAsync(DbCommand command, params (string Name, object Value)[] values)
    {
        var isNew = command.Parameters.Count == 0;
        for (var i = 0; i < values.Length; i++)
        {
            var (name, value) = values[i];
            if (isNew)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
            }

            command.Parameters[i].Value = value;
        }

        if (isNew)
        {
            await command.PrepareAsync();
        }

        if (await command.ExecuteNonQueryAsync() != 1)
        {
            throw new InvalidOperationException($"Nothing was written: {command.CommandText}");
        }
    }

    private DbCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
