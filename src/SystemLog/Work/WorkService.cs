using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SystemLog.Storage;

namespace SystemLog.Work;

/// <summary>Does what is due in the background: at once what this process queued, and within seconds what others queued.</summary>
internal sealed partial class WorkService(
    WorkEngine engine, IWorkQueries queries, IStorage storage, IOptions<SystemLogOptions> options, TimeProvider time, ILogger<WorkService> logger)
    : BackgroundService
{
    private static readonly TimeSpan s_betweenLooks = TimeSpan.FromSeconds(5);

    // A schedule's times are minutes.
    private static readonly TimeSpan s_betweenPeriods = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.RunWork && engine.Runners.Count > 0)
        {
            // Opened and migrated by whoever comes first.
            await TryAsync("all kinds", () => storage.PrepareAsync(_ => { }, stoppingToken), stoppingToken);
            await Task.WhenAll([RecurAsync(stoppingToken), .. engine.Runners.Select(runner => RunAsync(runner, stoppingToken))]);
        }
    }

    private async Task RunAsync(KindRunner runner, CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var begun = 0;
                await TryAsync(runner.Kind.Name, async () => begun = await runner.BeginDueAsync(stoppingToken), stoppingToken);
                if (begun == 0)
                {
                    await runner.WaitAsync(s_betweenLooks, time, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await runner.DrainAsync();
        }
    }

    private async Task RecurAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await TryAsync("what recurs", async () =>
                {
                    await engine.QueueRecurringAsync(stoppingToken);
                    WorkTelemetry.Show(engine.Kinds.Select(kind => kind.Name), await queries.CountAsync(shop: null, stoppingToken), time.GetUtcNow());
                }, stoppingToken);
                await Task.Delay(s_betweenPeriods, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task TryAsync(string what, Func<Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await work();
        }
        catch (StorageException exception)
        {
            LogPutOff(what, exception);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // A host's own kinds and schedules are asked here: a fault of theirs must not end the loop that asks them.
            LogFaulted(what, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Background work waits ({What}): the database gives no answer.")]
    private partial void LogPutOff(string what, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Background work faulted ({What}); it goes on.")]
    private partial void LogFaulted(string what, Exception exception);
}
