using SystemLog.Conformance;
using SystemLog.Torture.Databases;
using SystemLog.Torture.Tests;

[assembly: AssemblyFixture(typeof(ServerFixture))]

namespace SystemLog.Torture.Tests;

/// <summary>One private server for the whole assembly, with a database for each run.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    private readonly string? _missing = PrivatePostgres.Missing();
    private PrivatePostgres? _server;

    public async ValueTask InitializeAsync()
    {
        if (_missing is null)
        {
            _server = await PrivatePostgres.StartAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    internal Task<IDatabaseUnderTorture> NewPostgreSqlAsync()
    {
        Requirement.Met(_missing);
        return PostgreSqlUnderTorture.CreateAsync(_server!.ConnectionString);
    }
}
