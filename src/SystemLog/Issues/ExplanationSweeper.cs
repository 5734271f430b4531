using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SystemLog.Storage;

namespace SystemLog.Issues;

/// <summary>
/// Explains in the background what other rules have explained: soon after the start, since new rules come with a new host, and once a day for
/// what a node not yet updated wrote meanwhile.
/// </summary>
internal sealed partial class ExplanationSweeper(ExplanationSweep sweep, BatchSaver saver, TimeProvider time, ILogger<ExplanationSweeper> logger)
    : BackgroundService
{
    private static readonly TimeSpan s_afterStart = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_between = TimeSpan.FromDays(1);
    private static readonly TimeSpan s_afterOutage = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = s_afterStart; ;)
        {
            try
            {
                await Task.Delay(pause, time, stoppingToken);
                pause = await SweepAsync(stoppingToken) ? s_between : s_afterOutage;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task<bool> SweepAsync(CancellationToken cancellationToken)
    {
        if (saver.Status.State != StorageState.Ready)
        {
            return false;
        }

        try
        {
            if (await sweep.RunAsync(cancellationToken) is > 0 and var changed)
            {
                LogChanged(changed);
            }

            return true;
        }
        catch (StorageException exception)
        {
            LogPutOff(exception);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The rules of the system log have changed: {Count} issues have another cause now.")]
    private partial void LogChanged(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The system log could not explain stored issues again; it tries again in a minute.")]
    private partial void LogPutOff(Exception exception);
}
