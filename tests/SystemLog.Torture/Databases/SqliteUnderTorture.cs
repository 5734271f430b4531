using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using SystemLog.Torture.Nodes;

namespace SystemLog.Torture.Databases;

/// <summary>An SQLite file in a temporary folder.</summary>
internal sealed class SqliteUnderTorture : IDatabaseUnderTorture
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("systemlog-torture-sqlite-");

    public string Name => "SQLite";

    private string Path => System.IO.Path.Combine(_folder.FullName, "systemlog.db");

    public NodeOptions Tell(NodeOptions options) => options with { Sqlite = $"Data Source={Path}" };

    public Task<DbConnection> ConnectAsync() => ConnectAsync(SqliteOpenMode.ReadOnly);

    public string Table(string name) => $"systemlog_{name}";

    public async Task<IReadOnlyList<string>> IntegrityAsync()
    {
        await using var connection = await ConnectAsync(SqliteOpenMode.ReadWrite);
        var answers = await connection.QueryAsync<string>("pragma integrity_check");
        return [.. answers.Where(answer => answer != "ok").Select(answer => $"The file is damaged: {answer}")];
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<DbConnection> ConnectAsync(SqliteOpenMode mode)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = Path, Mode = mode, Pooling = false };
        var connection = new SqliteConnection(settings.ToString());
        await connection.OpenAsync();
        return connection;
    }
}
