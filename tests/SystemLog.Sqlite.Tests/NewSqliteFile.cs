using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SystemLog.Conformance;
using SystemLog.Issues;
using SystemLog.Storage;

namespace SystemLog.Sqlite.Tests;

public sealed class NewSqliteFile : INewDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("systemlog-test-");
    private readonly List<ServiceProvider> _hosts = [];

    public string Path => System.IO.Path.Combine(_folder.FullName, "systemlog.db");

    public string ConnectionString => $"Data Source={Path}";

    public INewDatabase.Host NewHost() => NewHost(TimeProvider.System);

    public INewDatabase.Host NewHost(TimeProvider time)
    {
        var services = new ServiceCollection().AddSingleton(time);
        services.AddSystemLog().UseSqlite(ConnectionString);
        var provider = services.BuildServiceProvider();
        _hosts.Add(provider);
        return new(
            provider.GetRequiredService<IStorage>(), provider.GetRequiredService<IIssueStore>(), provider.GetRequiredService<IIssueQueries>());
    }

    /// <summary>Ends the first host, as its process would.</summary>
    public async Task EndFirstHostAsync()
    {
        await _hosts[0].DisposeAsync();
        _hosts.RemoveAt(0);
    }

    public async Task RunScriptAsync()
    {
        await using var connection = new SqliteConnection(ConnectionString + ";Pooling=False");
        await connection.ExecuteAsync(SqliteSchema.Script());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }
}
