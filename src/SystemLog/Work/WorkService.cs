using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SystemLog.Storage;

namespace SystemLog.Work;

/// <summary>Does what is due in the background: at once what this process queued, and within seconds what others queued.</summary>
internal sealed partial class WorkService(
    WorkEngine engine, IStorage storage, IOptions<SystemLogOptions> options, TimeProvider time, ILogger<WorkService> logger) : BackgroundService
{
    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        options.Value.RunWork ? Task.WhenAll(engine.Runners.Select(runner => RunAsync(runner, stoppingToken))) : Task.CompletedTask;

    private async Task RunAsync(KindRunner runner, CancellationToken stoppingToken)
    {
        try
        {
            // Opened and migrated by whoever comes first.
            await storage.PrepareAsync(_ => { }, stoppingToken);
        }
        catch (StorageException exception)
        {
            LogPutOff(runner.Kind, exception);
        }

        try
        {
            while (true)
            {
                if (await BeginAsync(runner, stoppingToken) == 0)
                {
                    await runner.WaitAsync(s_between, time, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await runner.DrainAsync();
        }
    }

    private async Task<int> BeginAsync(KindRunner runner, CancellationToken cancellationToken)
    {
        try
        {
            return await runner.BeginDueAsync(cancellationToken);
        }
        catch (StorageException exception)
        {
            LogPutOff(runner.Kind, exception);
            return 0;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Work of the kind {Kind} waits: the database gives no answer.")]
    private partial void LogPutOff(string kind, Exception exception);
}
