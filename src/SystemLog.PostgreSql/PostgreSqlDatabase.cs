using System.Data;
using System.Data.Common;
using Dapper;
using Npgsql;
using SystemLog.Migrations;
using SystemLog.PostgreSql.Work;
using SystemLog.Storage;

namespace SystemLog.PostgreSql;

/// <summary>A schema in PostgreSQL. Every transaction stands alone: no session state, READ COMMITTED, no prepared statements kept.</summary>
internal sealed class PostgreSqlDatabase : RelationalDatabase, IAsyncDisposable, IDisposable
{
    private static readonly IReadOnlyList<Migration> _migrations = Migration.Of(typeof(PostgreSqlDatabase).Assembly);

    private readonly NpgsqlDataSource _source;
    private readonly SchemaName _schema;
    private readonly SchemaMigrator _migrator;
    private readonly TimeProvider _time;
    private readonly BulkStatement<string> _takeTurns;
    private readonly WorkNotice _notice;
    private readonly WorkAnnouncer _announcer;

    /// <summary>Names the schema; nothing is opened yet.</summary>
    public PostgreSqlDatabase(NpgsqlConnectionStringBuilder settings, SchemaName schema, TimeProvider time)
    {
        _source = NpgsqlDataSource.Create(settings);
        _schema = schema;
        _migrator = new(schema.In, _migrations);
        _time = time;
        _takeTurns = Bulk(
            "select pg_advisory_xact_lock(hashtextextended(r.name, 0)) from $rows r", new BulkColumns<string>().Text("name", name => name));
        _notice = new(this, schema);
        _announcer = new(SendNoticesAsync);
    }

    /// <inheritdoc />
    public override string Name => "PostgreSQL";

    /// <inheritdoc />
    public override string ForUpdate => "for update of i";

    /// <inheritdoc />
    public override string SkipLocked => "for update of i skip locked";

    /// <inheritdoc />
    public override string Now => "cast(extract(epoch from statement_timestamp()) * 1000 as bigint)";

    /// <inheritdoc />
    public override async Task<long> NowAsync(DbConnection connection, CancellationToken cancellationToken) =>
        await connection.ExecuteScalarAsync<long>(new CommandDefinition($"select {Now}", cancellationToken: cancellationToken));

    // Ids are given out before they are committed: without turns, an item could become visible before another that is ahead of it. Names are
    // locked in one order, so that two transactions do not wait for each other.
    /// <inheritdoc />
    public override IReadOnlyList<BulkRun> TakingTurns(IReadOnlyList<(string Shop, string OrderKey)> orders) =>
        [BulkRun.Of<string>(_takeTurns, [.. orders.Select(order => $"systemlog order of {_schema} {order.Shop} {order.OrderKey}").Order(StringComparer.Ordinal)])];

    /// <inheritdoc />
    public override IReadOnlyList<BulkRun> AnnouncingWork(IReadOnlyList<string> kinds) => [_notice.Sending(kinds)];

    /// <inheritdoc />
    public override void AnnounceWork(IReadOnlyList<string> kinds) => _announcer.Announce(kinds);

    /// <summary>Returns the statements that make the schema and its tables.</summary>
    public static string Script(SchemaName schema) =>
        $"create schema if not exists {schema};{Environment.NewLine}{new SchemaMigrator(schema.In, _migrations).Script()}";

    /// <inheritdoc />
    public override string Sql(string text) => _schema.In(text);

    /// <inheritdoc />
    public override string AnyOf(string column, string parameter) => $"{column} = any(@{parameter})";

    /// <inheritdoc />
    public override string Contains(string column, string parameter) => $"strpos({column}, @{parameter}) > 0";

    /// <inheritdoc />
    public override async Task PrepareAsync(Action<string> waiting, CancellationToken cancellationToken = default)
    {
        if (!await ReadAsync(connection => IsUpToDateAsync(connection, cancellationToken), cancellationToken))
        {
            await WriteAsync(connection => MigrateAsync(connection, cancellationToken), cancellationToken);
        }
    }

    /// <inheritdoc />
    public override BulkStatement<TRow> Bulk<TRow>(string text, BulkColumns<TRow> columns)
    {
        var names = string.Join(", ", columns.All.Select(column => column.Name));
        var arrays = string.Join(", ", columns.All.Select(column => $"@{column.Name}::{(column is BulkColumn<TRow>.Text ? "text" : "bigint")}[]"));
        var select = $"select * from unnest({arrays}) as sent({names})";
        var sql = Sql(text)
            .Replace("$columns", names, StringComparison.Ordinal)
            .Replace("$values", select, StringComparison.Ordinal)
            .Replace("$rows", $"({select})", StringComparison.Ordinal);
        return new(sql, columns.All);
    }

    /// <inheritdoc />
    public override string One(string column) => $"(@{column})[1]";

    /// <inheritdoc />
    public override async Task<int> ExecuteAsync<TRow>(
        DbConnection connection, BulkStatement<TRow> statement, IReadOnlyList<TRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return 0;
        }

        await using var command = Command(connection, statement, rows);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override async Task<IReadOnlyList<int>> ExecuteAsync(
        DbConnection connection, IReadOnlyList<BulkRun> runs, CancellationToken cancellationToken)
    {
        await using var batch = ((NpgsqlConnection)connection).CreateBatch();
        var commands = new Commands();
        var sent = runs.Select(run => run.IsEmpty ? null : run.Give(commands)).ToList();
        foreach (var command in sent.OfType<NpgsqlBatchCommand>())
        {
            batch.BatchCommands.Add(command);
        }

        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        return sent.ConvertAll(command => command?.RecordsAffected ?? 0);
    }

    /// <inheritdoc />
    public override async Task<List<TResult>> QueryAsync<TRow, TResult>(
        DbConnection connection, BulkStatement<TRow> statement, IReadOnlyList<TRow> rows, Func<DbDataReader, TResult> read,
        CancellationToken cancellationToken)
    {
        var results = new List<TResult>(rows.Count);
        if (rows.Count > 0)
        {
            await using var command = Command(connection, statement, rows);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                results.Add(read(reader));
            }
        }

        return results;
    }

    /// <summary>Closes the connections.</summary>
    public ValueTask DisposeAsync() => _source.DisposeAsync();

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _source.Dispose();

    /// <inheritdoc />
    protected override async Task<DbConnection> OpenReaderAsync(CancellationToken cancellationToken) =>
        await _source.OpenConnectionAsync(cancellationToken);

    /// <inheritdoc />
    protected override async Task<T> WriteInTransactionAsync<T>(
        Func<DbConnection, Task<T>> write, Func<T, bool> commits, CancellationToken cancellationToken)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        var result = await write(connection);
        await (commits(result) ? transaction.CommitAsync(cancellationToken) : transaction.RollbackAsync(cancellationToken));
        return result;
    }

    /// <inheritdoc />
    protected override bool CanJoin(DbConnection connection) => connection is NpgsqlConnection;

    /// <inheritdoc />
    protected override StorageException Translate(DbException exception) => PostgreSqlErrors.Translate(exception);

    // The work is committed: a notice that does not get through, or not before the host stops, costs a few seconds.
    private async Task SendNoticesAsync(IReadOnlyList<string> kinds)
    {
        try
        {
            await using var connection = await _source.OpenConnectionAsync();
            await ExecuteAsync(connection, AnnouncingWork(kinds), CancellationToken.None);
        }
        catch (Exception exception) when (exception is DbException or ObjectDisposedException)
        {
        }
    }

    // A host that may not make tables gets by where they are made already.
    private async Task<bool> IsUpToDateAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var exists = await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            Sql("select to_regclass('systemlog.schema_version') is not null"), cancellationToken: cancellationToken));
        return exists && await _migrator.VersionAsync(connection, cancellationToken) == _migrator.Known;
    }

    private async Task<int> MigrateAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            $"select pg_advisory_xact_lock(hashtextextended('systemlog migration of {_schema}', 0))", cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(
            $"create schema if not exists {_schema}", cancellationToken: cancellationToken));
        await _migrator.MigrateAsync(connection, _time.GetUtcNow(), cancellationToken);
        return _migrator.Known;
    }

    private static NpgsqlCommand Command<TRow>(DbConnection connection, BulkStatement<TRow> statement, IReadOnlyList<TRow> rows)
    {
        var command = ((NpgsqlConnection)connection).CreateCommand();
        command.CommandText = statement.Sql;
        foreach (var column in statement.Columns)
        {
            command.Parameters.Add(ArrayOf(column, rows));
        }

        return command;
    }

    private static NpgsqlParameter ArrayOf<TRow>(BulkColumn<TRow> column, IReadOnlyList<TRow> rows) => column switch
    {
        BulkColumn<TRow>.Text text => new NpgsqlParameter<string?[]>(column.Name, Collect(rows, text.Value)),
        BulkColumn<TRow>.Number number => new NpgsqlParameter<long[]>(column.Name, Collect(rows, number.Value)),
        BulkColumn<TRow>.OptionalNumber number => new NpgsqlParameter<long?[]>(column.Name, Collect(rows, number.Value)),
        _ => throw new ArgumentException($"A column of type {column.GetType().Name} is not known.", nameof(column)),
    };

    private static T[] Collect<TRow, T>(IReadOnlyList<TRow> rows, Func<TRow, T> value)
    {
        var values = new T[rows.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(rows[i]);
        }

        return values;
    }

    private sealed class Commands : BulkRun.ITaker<NpgsqlBatchCommand>
    {
        public NpgsqlBatchCommand Take<TRow>(BulkStatement<TRow> statement, IReadOnlyList<TRow> rows)
        {
            var command = new NpgsqlBatchCommand(statement.Sql);
            foreach (var column in statement.Columns)
            {
                command.Parameters.Add(ArrayOf(column, rows));
            }

            return command;
        }
    }
}
