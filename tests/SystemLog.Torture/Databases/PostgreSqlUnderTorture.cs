using System.Data.Common;
using Dapper;
using Npgsql;
using SystemLog.Torture.Nodes;

namespace SystemLog.Torture.Databases;

/// <summary>A database on a private server.</summary>
internal sealed class PostgreSqlUnderTorture : IDatabaseUnderTorture
{
    // Eight nodes share a server that takes 200 connections.
    private const int ConnectionsPerNode = 15;

    private readonly string _connectionString;

    private PostgreSqlUnderTorture(string connectionString) => _connectionString = connectionString;

    public string Name => "PostgreSQL";

    /// <summary>Makes a new database on a server.</summary>
    public static async Task<IDatabaseUnderTorture> CreateAsync(string server)
    {
        var name = $"torture_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(server + ";Pooling=False");
        await connection.ExecuteAsync($"create database {name}");
        var settings = new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = ConnectionsPerNode };
        return new PostgreSqlUnderTorture(settings.ToString());
    }

    public NodeOptions Tell(NodeOptions options) => options with { PostgreSql = _connectionString };

    public async Task<DbConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync();
        return connection;
    }

    public string Table(string name) => $"systemlog.{name}";

    public Task<IReadOnlyList<string>> IntegrityAsync() => Task.FromResult<IReadOnlyList<string>>([]);

    public ValueTask DisposeAsync()
    {
        using var connection = new NpgsqlConnection(_connectionString);
        NpgsqlConnection.ClearPool(connection);
        return ValueTask.CompletedTask;
    }
}
