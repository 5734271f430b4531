using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SystemLog.Issues;

namespace SystemLog.Benchmarks;

/// <summary>SQLite in a temporary file, write-ahead log, synchronous=FULL on both sides.</summary>
internal sealed class SqliteUnderTest : IDatabaseUnderTest
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("systemlog-bench-");

    public string Name => "SQLite";

    private string File => Path.Combine(_folder.FullName, "systemlog.db");

    public void Use(SystemLogBuilder builder) => builder.UseSqlite($"Data Source={File}");

    public string Table(string sql) => sql.Replace("systemlog.", "systemlog_", StringComparison.Ordinal);

    public Task<IRawWriter> OpenRawWriterAsync()
    {
        var connection = Open("pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000;");
        return Task.FromResult<IRawWriter>(new Writer(connection, this));
    }

    public Task<DbConnection> OpenRawReaderAsync() => Task.FromResult<DbConnection>(Open("pragma busy_timeout = 5000"));

    public Task AnalyzeAsync()
    {
        using var connection = Open("analyze");
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private SqliteConnection Open(string first)
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = first;
        command.ExecuteNonQuery();
        return connection;
    }

    private sealed class Writer : IRawWriter
    {
        private readonly SqliteConnection _connection;
        private readonly SqliteCommand _begin;
        private readonly SqliteCommand _commit;
        private readonly SqliteCommand _issue;
        private readonly SqliteCommand _day;
        private readonly SqliteCommand _occurrence;
        private readonly SqliteCommand _dropOldest;
        private readonly SqliteCommand _timeline;

        public Writer(SqliteConnection connection, SqliteUnderTest database)
        {
            _connection = connection;
            _begin = Command("begin immediate", []);
            _commit = Command("commit", []);
            _issue = Command(
                database.Table(
                    $"""
                    insert into systemlog.issue as i ({RawRows.List(RawRows.IssueColumns)}) values ({RawRows.List(RawRows.IssueColumns, "@")})
                    on conflict (shop_id, fingerprint) do update set
                        last_at = excluded.last_at, description = excluded.description, count = i.count + excluded.count,
                        round_count = i.round_count + excluded.count
                    returning count
                    """),
                RawRows.IssueColumns);
            _day = Command(
                database.Table(
                    $"""
                    insert into systemlog.issue_day as d ({RawRows.List(RawRows.DayColumns)}) values ({RawRows.List(RawRows.DayColumns, "@")})
                    on conflict do update set count = d.count + excluded.count
                    """),
                RawRows.DayColumns);
            _occurrence = Command(
                database.Table($"insert into systemlog.occurrence ({RawRows.List(RawRows.OccurrenceColumns)}) values ({RawRows.List(RawRows.OccurrenceColumns, "@")})"),
                RawRows.OccurrenceColumns);
            _dropOldest = Command(
                database.Table(
                    """
                    delete from systemlog.occurrence where shop_id = @shop_id and fingerprint = @fingerprint and (occurred_at, id) not in (
                        select occurred_at, id from systemlog.occurrence where shop_id = @shop_id and fingerprint = @fingerprint
                        order by occurred_at desc, id desc limit 50)
                    """),
                ["shop_id", "fingerprint"]);
            _timeline = Command(
                database.Table($"insert into systemlog.timeline_entry ({RawRows.List(RawRows.TimelineColumns)}) values ({RawRows.List(RawRows.TimelineColumns, "@")})"),
                RawRows.TimelineColumns);
        }

        public Task WriteAsync(IssueBatch batch)
        {
            _begin.ExecuteNonQuery();
            foreach (var delta in batch.Issues)
            {
                var issue = RawRows.Issue(delta);
                var count = (long)Bind(_issue, issue).ExecuteScalar()!;
                foreach (var day in RawRows.Days(delta))
                {
                    Bind(_day, day).ExecuteNonQuery();
                }

                foreach (var occurrence in RawRows.Occurrences(delta))
                {
                    Bind(_occurrence, occurrence).ExecuteNonQuery();
                }

                if (count == delta.Count)
                {
                    Bind(_timeline, RawRows.Opened(delta)).ExecuteNonQuery();
                }
                else if (count > 50)
                {
                    Bind(_dropOldest, issue[..2]).ExecuteNonQuery();
                }
            }

            _commit.ExecuteNonQuery();
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync() => _connection.DisposeAsync();

        private SqliteCommand Command(string sql, IEnumerable<string> parameters)
        {
            var command = _connection.CreateCommand();
            command.CommandText = sql;
            foreach (var parameter in parameters)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = "@" + parameter });
            }

            command.Prepare();
            return command;
        }

        private static SqliteCommand Bind(SqliteCommand command, object?[] values)
        {
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters[i].Value = values[i] ?? DBNull.Value;
            }

            return command;
        }
    }
}
