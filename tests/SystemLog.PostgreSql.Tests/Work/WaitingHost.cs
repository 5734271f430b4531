using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using SystemLog.Testing;
using SystemLog.Work;

namespace SystemLog.PostgreSql.Tests.Work;

/// <summary>A host whose clock stands still, so that nothing but a notice makes it look for work again.</summary>
internal sealed class WaitingHost : IAsyncDisposable
{
    private const string Name = "waiting host";

    private readonly IHost _host;

    private WaitingHost(IHost host) => _host = host;

    public static async Task<WaitingHost> StartAsync(string connectionString, string kind, Action<string> onDone, CancellationToken cancellationToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<TimeProvider>(new ManualTime());
        builder.Services.AddSingleton<IWorkHandler>(new Handler(kind, onDone));
        builder.Services.AddSystemLog().UsePostgreSql($"{connectionString};Application Name={Name}");
        var host = builder.Build();
        await host.StartAsync(cancellationToken);
        return new(host);
    }

    /// <summary>Waits until the server shows the connection that listens, idle.</summary>
    public async Task ListeningAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from pg_stat_activity where application_name = @name and state = 'idle' and query like 'listen %'";
        command.Parameters.AddWithValue("name", Name);
        while ((long)(await command.ExecuteScalarAsync(cancellationToken))! == 0)
        {
            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    private sealed class Handler(string kind, Action<string> onDone) : IWorkHandler
    {
        public WorkKind Kind { get; } = new(kind);

        public Task<WorkOutcome> HandleAsync(WorkContext work, CancellationToken cancellationToken)
        {
            onDone(work.Item.Key);
            return Task.FromResult<WorkOutcome>(new WorkOutcome.Done());
        }
    }
}
