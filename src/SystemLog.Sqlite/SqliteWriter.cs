using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SystemLog.Sqlite;

/// <summary>The one connection that writes. It also makes every checkpoint, so that no other connection ever resets the log beside it.</summary>
/// <remarks>Not safe for several threads: <see cref="SqliteDatabase"/> lets one in at a time.</remarks>
internal sealed class SqliteWriter(SqliteFile file, TimeProvider time) : IDisposable
{
    /// <summary>The name of the function that gives statements the time: the process is the only one that writes, so its clock is the database's.</summary>
    public const string Clock = "systemlog_now";

    // About 16 MB: a page that many commits touch is then moved once. SQLite's own default, 1,000, spends a third of a busy writer's time on it.
    private const int PagesBetweenCheckpoints = 4_000;

    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);
    private SqliteConnection? _connection;

    /// <summary>Gets the connection.</summary>
    public SqliteConnection Connection => _connection ??= Open();

    /// <summary>Begins a transaction that has the right to write from its start.</summary>
    public void Begin() => Run("begin immediate");

    /// <summary>Commits; when this returns, the data have reached the disk.</summary>
    public void Commit() => Run("commit");

    /// <summary>Takes back what the transaction did. A connection that cannot even do that is given up; the next transaction opens another.</summary>
    public void Rollback()
    {
        try
        {
            if (_connection is not null && raw.sqlite3_get_autocommit(_connection.Handle) == 0)
            {
                Run("rollback");
            }
        }
        catch (SqliteException)
        {
            Close();
        }
    }

    /// <summary>Moves the log into the database when it has grown enough.</summary>
    public void CheckpointWhenDue()
    {
        if (PagesWritten() >= PagesBetweenCheckpoints)
        {
            Checkpoint("passive");
        }
    }

    /// <summary>Moves the whole log into the database and empties its file.</summary>
    public void CheckpointAndTruncate()
    {
        if (_connection is not null)
        {
            Checkpoint("truncate");
        }
    }

    /// <summary>Returns a command prepared once for this connection, with a parameter for each name.</summary>
    public SqliteCommand Prepared(string sql, IEnumerable<string> parameters)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = Connection.CreateCommand();
            command.CommandText = sql;
            foreach (var parameter in parameters)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = "@" + parameter });
            }

            command.Prepare();
            _commands.Add(sql, command);
        }

        return command;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        CheckpointAndTruncate();
        Close();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(file.WriterConnectionString);
        try
        {
            connection.Open();
            connection.CreateFunction(Clock, () => time.GetUtcNow().ToUnixTimeMilliseconds());
            using var pragmas = connection.CreateCommand();
            pragmas.CommandText =
                $"""
                pragma busy_timeout = {SqliteFile.BusyTimeout.TotalMilliseconds};
                pragma journal_mode = wal;
                pragma synchronous = full;
                pragma wal_autocheckpoint = 0;
                pragma secure_delete = on;
                """;
            pragmas.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // What was committed stays committed: a checkpoint that cannot be made now is made after a later transaction.
    private void Checkpoint(string mode)
    {
        try
        {
            Run($"pragma wal_checkpoint({mode})");
            raw.sqlite3_db_status(Connection.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out _, out _, 1);
        }
        catch (SqliteException)
        {
        }
    }

    // Pages that left the cache since the last checkpoint: each of them went to the log.
    private int PagesWritten()
    {
        raw.sqlite3_db_status(Connection.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, 0);
        return pages;
    }

    private void Run(string sql) => Prepared(sql, []).ExecuteNonQuery();

    private void Close()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _commands.Clear();
        _connection?.Dispose();
        _connection = null;
    }
}
