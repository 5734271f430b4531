using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SystemLog.Issues;
using SystemLog.Storage;

namespace SystemLog.Tests;

/// <summary>A host that runs the system log over a recording storage.</summary>
internal sealed class RunningLog : IAsyncDisposable
{
    private readonly IHost _host;
    private bool _started;

    private RunningLog(IHost host, RecordingStorage storage)
    {
        _host = host;
        Storage = storage;
    }

    public RecordingStorage Storage { get; }

    public IssueLog Log => _host.Services.GetRequiredService<IssueLog>();

    public static RunningLog NotStarted(
        RecordingStorage? storage = null, Action<SystemLogOptions>? configure = null, Action<IServiceCollection>? services = null)
    {
        storage ??= new();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        services?.Invoke(builder.Services);
        builder.Services.AddSystemLog(configure);
        builder.Services.AddSingleton<IStorage>(storage).AddSingleton<IIssueStore>(storage).AddSingleton<IIssueQueries>(storage);
        return new(builder.Build(), storage);
    }

    public static async Task<RunningLog> StartAsync(
        RecordingStorage? storage = null, Action<SystemLogOptions>? configure = null, Action<IServiceCollection>? services = null)
    {
        var running = NotStarted(storage, configure, services);
        await running.StartAsync();
        return running;
    }

    public async Task StartAsync()
    {
        await _host.StartAsync(TestContext.Current.CancellationToken);
        _started = true;
    }

    public Task StopAsync() => _host.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (_started)
        {
            await _host.StopAsync(CancellationToken.None);
        }

        _host.Dispose();
    }
}
