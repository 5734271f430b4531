using Dapper;
using Npgsql;
using SystemLog.Conformance;

namespace SystemLog.PostgreSql.Tests;

public sealed class NewPostgreSqlDatabase : INewDatabase
{
    private readonly List<PostgreSqlHost> _hosts = [];

    public NewPostgreSqlDatabase(string server)
    {
        var name = $"t{Any.Number()}_{Guid.CreateVersion7(Any.Monday):N}"[..30];
        using var connection = new NpgsqlConnection(server);
        connection.Execute($"create database {name}");
        ConnectionString = new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
    }

    public string ConnectionString { get; }

    public INewDatabase.Host NewHost()
    {
        var host = NewPostgreSqlHost();
        return new(host.Storage, host.Issues, host.Queries);
    }

    public PostgreSqlHost NewPostgreSqlHost(string schema = "systemlog")
    {
        var host = new PostgreSqlHost(ConnectionString, schema);
        _hosts.Add(host);
        return host;
    }

    public async Task RunScriptAsync()
    {
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=False");
        await connection.ExecuteAsync(PostgreSqlSchema.Script());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }
    }
}
