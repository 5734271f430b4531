using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using SystemLog.Migrations;
using SystemLog.Storage;

namespace SystemLog.Sqlite;

/// <summary>An SQLite file: one writer, any number of readers, one process.</summary>
internal sealed class SqliteDatabase : RelationalDatabase, IAsyncDisposable, IDisposable
{
    private static readonly SchemaMigrator _migrator = new(Translate, Migration.Of(typeof(SqliteDatabase).Assembly));
    private static readonly TimeSpan _betweenLooksAtTheLock = TimeSpan.FromMilliseconds(500);

    private readonly SqliteFile _file;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _preparing = new(1, 1);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private SqliteLockFile? _lock;
    private SqliteWriter? _writer;

    /// <summary>Names the file; nothing is opened yet.</summary>
    public SqliteDatabase(SqliteFile file, TimeProvider time)
    {
        _file = file;
        _time = time;
    }

    /// <inheritdoc />
    public override string Name => "SQLite";

    /// <inheritdoc />
    public override string ForUpdate => "";

    /// <inheritdoc />
    public override string SkipLocked => "";

    /// <inheritdoc />
    public override string Now => $"{SqliteWriter.Clock}()";

    /// <inheritdoc />
    public override Task<long> NowAsync(DbConnection connection, CancellationToken cancellationToken) =>
        Task.FromResult(_time.GetUtcNow().ToUnixTimeMilliseconds());

    /// <inheritdoc />
    public override string Sql(string text) => Translate(text);

    /// <inheritdoc />
    public override string AnyOf(string column, string parameter) => $"{column} in @{parameter}";

    /// <inheritdoc />
    public override string Contains(string column, string parameter) => $"instr({column}, @{parameter}) > 0";

    /// <inheritdoc />
    public override async Task PrepareAsync(Action<string> waiting, CancellationToken cancellationToken = default)
    {
        await _preparing.WaitAsync(cancellationToken);
        try
        {
            if (_writer is null)
            {
                _lock ??= await TakeLockAsync(waiting, cancellationToken);
                _writer = await OpenWriterAsync(cancellationToken);
            }
        }
        catch (DbException exception)
        {
            throw Translate(exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"SQLite: {exception.Message}", isTransient: true, exception);
        }
        finally
        {
            _preparing.Release();
        }
    }

    /// <inheritdoc />
    public override BulkStatement<TRow> Bulk<TRow>(string text, BulkColumns<TRow> columns)
    {
        var names = columns.All.Select(column => column.Name).ToList();
        var sql = Sql(text)
            .Replace("$columns", string.Join(", ", names), StringComparison.Ordinal)
            .Replace("$values", $"values ({string.Join(", ", names.Select(name => $"@{name}"))})", StringComparison.Ordinal)
            .Replace("$rows", $"(select {string.Join(", ", names.Select(name => $"@{name} as {name}"))})", StringComparison.Ordinal);
        return new(sql, columns.All);
    }

    /// <inheritdoc />
    public override string One(string column) => "@" + column;

    /// <inheritdoc />
    public override Task<int> ExecuteAsync<TRow>(
        DbConnection connection, BulkStatement<TRow> statement, IReadOnlyList<TRow> rows, CancellationToken cancellationToken)
    {
        var written = 0;
        if (rows.Count > 0)
        {
            var command = Prepared(statement);
            foreach (var row in rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Bind(command, statement.Columns, row);
                written += command.ExecuteNonQuery();
            }
        }

        return Task.FromResult(written);
    }

    /// <inheritdoc />
    public override async Task<IReadOnlyList<int>> ExecuteAsync(
        DbConnection connection, IReadOnlyList<BulkRun> runs, CancellationToken cancellationToken)
    {
        var runner = new Runner(this, connection, cancellationToken);
        var written = new int[runs.Count];
        for (var i = 0; i < written.Length; i++)
        {
            written[i] = await runs[i].Give(runner);
        }

        return written;
    }

    /// <inheritdoc />
    public override Task<List<TResult>> QueryAsync<TRow, TResult>(
        DbConnection connection, BulkStatement<TRow> statement, IReadOnlyList<TRow> rows, Func<DbDataReader, TResult> read,
        CancellationToken cancellationToken)
    {
        var results = new List<TResult>(rows.Count);
        if (rows.Count > 0)
        {
            var command = Prepared(statement);
            foreach (var row in rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Bind(command, statement.Columns, row);
                using var reader = command.ExecuteReader();
                while (reader.Read())
                {
                    results.Add(read(reader));
                }
            }
        }

        return Task.FromResult(results);
    }

    /// <summary>Returns the statements that make the tables.</summary>
    public static string Script() => _migrator.Script();

    /// <summary>Empties the log into the database, closes it and lets another process have it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        Close();
    }

    /// <summary>Empties the log into the database, closes it and lets another process have it.</summary>
    public void Dispose()
    {
        _turn.Wait();
        Close();
    }

    /// <inheritdoc />
    protected override async Task<T> WriteInTransactionAsync<T>(
        Func<DbConnection, Task<T>> write, Func<T, bool> commits, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var writer = _writer ?? throw new StorageException("The SQLite file is not yet opened for writing.", isTransient: true);
            return await WriteAsync(writer, write, commits);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    protected override Task<DbConnection> OpenReaderAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var connection = new SqliteConnection(_file.ReaderConnectionString);
        try
        {
            connection.Open();
            raw.sqlite3_busy_timeout(connection.Handle, (int)SqliteFile.BusyTimeout.TotalMilliseconds);
            return Task.FromResult<DbConnection>(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // A second connection that writes would reset the log beside ours.
    /// <inheritdoc />
    protected override bool CanJoin(DbConnection connection) => ReferenceEquals(connection, _writer?.Connection);

    /// <inheritdoc />
    protected override StorageException Translate(DbException exception) => SqliteErrors.Translate(exception);

    private static string Translate(string text) => text.Replace("systemlog.", "systemlog_", StringComparison.Ordinal);

    private static async Task<T> WriteAsync<T>(SqliteWriter writer, Func<DbConnection, Task<T>> write, Func<T, bool> commits)
    {
        T result;
        try
        {
            writer.Begin();
            result = await write(writer.Connection);
            if (!commits(result))
            {
                writer.Rollback();
                return result;
            }

            writer.Commit();
        }
        catch
        {
            writer.Rollback();
            throw;
        }

        writer.CheckpointWhenDue();
        return result;
    }

    private async Task<SqliteLockFile> TakeLockAsync(Action<string> waiting, CancellationToken cancellationToken)
    {
        for (var told = false; ;)
        {
            if (SqliteLockFile.TryTake(_file.LockPath) is { } taken)
            {
                return taken;
            }

            if (!told)
            {
                waiting($"{SqliteLockFile.Holder(_file.LockPath)} holds {Path.GetFileName(_file.Path)}; waiting for it.");
                told = true;
            }

            await Task.Delay(_betweenLooksAtTheLock, _time, cancellationToken);
        }
    }

    private async Task<SqliteWriter> OpenWriterAsync(CancellationToken cancellationToken)
    {
        _file.Create();
        var writer = new SqliteWriter(_file, _time);
        try
        {
            await WriteAsync(
                writer,
                async connection =>
                {
                    await _migrator.MigrateAsync(connection, _time.GetUtcNow(), cancellationToken);
                    return 0;
                },
                static _ => true);

            // A process that is killed again and again never comes to its next checkpoint.
            writer.CheckpointAndTruncate();
            return writer;
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    private SqliteCommand Prepared<TRow>(BulkStatement<TRow> statement) =>
        _writer!.Prepared(statement.Sql, statement.Columns.Select(column => column.Name));

    private static void Bind<TRow>(SqliteCommand command, IReadOnlyList<BulkColumn<TRow>> columns, TRow row)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            command.Parameters[i].Value = columns[i] switch
            {
                BulkColumn<TRow>.Text text => (object?)text.Value(row) ?? DBNull.Value,
                BulkColumn<TRow>.Number number => number.Value(row),
                BulkColumn<TRow>.OptionalNumber number => (object?)number.Value(row) ?? DBNull.Value,
                _ => DBNull.Value,
            };
        }
    }

    private void Close()
    {
        using (var any = new SqliteConnection(_file.ReaderConnectionString))
        {
            SqliteConnection.ClearPool(any);
        }

        _writer?.Dispose();
        _writer = null;
        _lock?.Dispose();
        _lock = null;
        _turn.Release();
    }

    private sealed class Runner(SqliteDatabase database, DbConnection connection, CancellationToken cancellationToken) : BulkRun.ITaker<Task<int>>
    {
        public Task<int> Take<TRow>(BulkStatement<TRow> statement, IReadOnlyList<TRow> rows) =>
            database.ExecuteAsync(connection, statement, rows, cancellationToken);
    }
}
