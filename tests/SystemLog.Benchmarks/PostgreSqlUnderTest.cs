using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SystemLog.Conformance;
using SystemLog.Issues;

namespace SystemLog.Benchmarks;

/// <summary>A private PostgreSQL whose commits reach the disk.</summary>
internal sealed class PostgreSqlUnderTest(PrivatePostgres server, string database, bool prepares = false) : IDatabaseUnderTest
{
    public string Name => prepares ? "PostgreSQL with Max Auto Prepare=50" : "PostgreSQL";

    private string ConnectionString => new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = database }.ConnectionString;

    /// <summary>Makes an empty database on the server.</summary>
    /// <param name="server">The server.</param>
    /// <param name="database">The name of the database.</param>
    /// <param name="prepares">Whether ours lets the driver prepare statements, as a host without a pooler in between may.</param>
    public static async Task<PostgreSqlUnderTest> CreateAsync(PrivatePostgres server, string database, bool prepares = false)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await using var command = source.CreateCommand($"create database {database}");
        await command.ExecuteNonQueryAsync();
        return new(server, database, prepares);
    }

    public void Use(SystemLogBuilder builder) => builder.UsePostgreSql(prepares ? $"{ConnectionString};Max Auto Prepare=50" : ConnectionString);

    public string Table(string sql) => sql;

    public async Task<IRawWriter> OpenRawWriterAsync() => new Writer(await OpenAsync());

    public async Task<DbConnection> OpenRawReaderAsync() => await OpenAsync();

    public async Task AnalyzeAsync()
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand("vacuum analyze", connection);
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private sealed class Writer(NpgsqlConnection connection) : IRawWriter
    {
        private const string Issue =
            """
            insert into systemlog.issue as i ($columns) select * from unnest($arrays)
            on conflict (shop_id, fingerprint) do update set
                last_at = excluded.last_at, description = excluded.description, count = i.count + excluded.count,
                round_count = i.round_count + excluded.count
            returning fingerprint, count
            """;

        private const string Day =
            """
            insert into systemlog.issue_day as d ($columns) select * from unnest($arrays)
            on conflict (shop_id, fingerprint, day) do update set count = d.count + excluded.count
            """;

        private const string DropOldest =
            """
            delete from systemlog.occurrence where (shop_id, fingerprint, occurred_at, id) in (
                select shop_id, fingerprint, occurred_at, id from (
                    select o.*, row_number() over (partition by o.shop_id, o.fingerprint order by o.occurred_at desc, o.id desc) as place
                    from unnest($arrays) as r(shop_id, fingerprint) join systemlog.occurrence o using (shop_id, fingerprint)) placed
                where place > 50)
            """;

        public async Task WriteAsync(IssueBatch batch)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            var counts = new Dictionary<string, long>(batch.Issues.Count);
            await using (var command = Command(Issue, RawRows.IssueColumns, [.. batch.Issues.Select(RawRows.Issue)]))
            await using (var reader = await command.ExecuteReaderAsync())
            {
                while (await reader.ReadAsync())
                {
                    counts.Add(reader.GetString(0), reader.GetInt64(1));
                }
            }

            await ExecuteAsync(Day, RawRows.DayColumns, [.. batch.Issues.SelectMany(RawRows.Days)]);
            await ExecuteAsync(
                "insert into systemlog.occurrence ($columns) select * from unnest($arrays)",
                RawRows.OccurrenceColumns,
                [.. batch.Issues.SelectMany(RawRows.Occurrences)]);
            await ExecuteAsync(
                DropOldest,
                ["shop_id", "fingerprint"],
                [.. batch.Issues.Where(delta => counts[delta.Id.ToString()] > 50).Select(delta => new object?[] { delta.Grouping.Shop, delta.Id.ToString() })]);
            await ExecuteAsync(
                "insert into systemlog.timeline_entry ($columns) select * from unnest($arrays)",
                RawRows.TimelineColumns,
                [.. batch.Issues.Where(delta => counts[delta.Id.ToString()] == delta.Count).Select(RawRows.Opened)]);
            await transaction.CommitAsync();
        }

        public ValueTask DisposeAsync() => connection.DisposeAsync();

        private async Task ExecuteAsync(string sql, string[] columns, List<object?[]> rows)
        {
            if (rows.Count > 0)
            {
                await using var command = Command(sql, columns, rows);
                await command.ExecuteNonQueryAsync();
            }
        }

        private NpgsqlCommand Command(string sql, string[] columns, List<object?[]> rows)
        {
            var command = connection.CreateCommand();
            var arrays = new List<string>();
            for (var i = 0; i < columns.Length; i++)
            {
                var column = i;
                var isNumber = rows.Any(row => row[column] is long) || s_numbers.Contains(columns[column]);
                arrays.Add($"@{columns[i]}::{(isNumber ? "bigint" : "text")}[]");
                command.Parameters.Add(isNumber
                    ? new NpgsqlParameter<long?[]>(columns[i], [.. rows.Select(row => (long?)row[column])])
                    : new NpgsqlParameter<string?[]>(columns[i], [.. rows.Select(row => (string?)row[column])]));
            }

            command.CommandText = sql
                .Replace("$columns", RawRows.List(columns), StringComparison.Ordinal)
                .Replace("$arrays", string.Join(", ", arrays), StringComparison.Ordinal);
            return command;
        }

        private static readonly HashSet<string> s_numbers = ["status", "attempt", "order_amount", "provider_amount"];
    }
}
