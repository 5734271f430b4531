using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SystemLog.Storage;

namespace SystemLog.Issues;

/// <summary>Sweeps in the background: soon after the start, then four times a day. Several nodes doing so do no harm.</summary>
internal sealed partial class RetentionSweeper(RetentionSweep sweep, BatchSaver saver, TimeProvider time, ILogger<RetentionSweeper> logger)
    : BackgroundService
{
    private static readonly TimeSpan s_afterStart = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_between = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = s_afterStart; ; pause = s_between)
        {
            try
            {
                await Task.Delay(pause, time, stoppingToken);
                if (saver.Status.State == StorageState.Ready && await sweep.RunAsync(stoppingToken) is > 0 and var deleted)
                {
                    LogDeleted(deleted);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (StorageException exception)
            {
                LogPutOff(exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The system log deleted {Count} rows that are kept no longer.")]
    private partial void LogDeleted(long count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The system log could not delete what is kept no longer; it tries again in six hours.")]
    private partial void LogPutOff(Exception exception);
}
