using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SystemLog.Storage;

namespace SystemLog.Issues;

/// <summary>Deletes in the background what is kept no longer: soon after the start, then four times a day. Several nodes doing so do no harm.</summary>
internal sealed partial class RetentionSweeper(
    IIssueRetention retention, BatchSaver saver, IOptions<SystemLogOptions> options, TimeProvider time, ILogger<RetentionSweeper> logger)
    : BackgroundService
{
    // Small enough that a reporting caller's commit waits a few milliseconds at most.
    private const int RowsAtATime = 1_000;

    private static readonly TimeSpan s_afterStart = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_between = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = s_afterStart; ; pause = s_between)
        {
            try
            {
                await Task.Delay(pause, time, stoppingToken);
                if (saver.Status.State == StorageState.Ready)
                {
                    await SweepAsync(stoppingToken);
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

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        long total = 0;
        int deleted;
        do
        {
            deleted = await retention.ExpireAsync(
                now - options.Value.DetailsRetention, now - options.Value.SolvedRetention, RowsAtATime, cancellationToken);
            total += deleted;
        }
        while (deleted > 0);

        if (total > 0)
        {
            LogDeleted(total);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The system log deleted {Count} rows that are kept no longer.")]
    private partial void LogDeleted(long count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The system log could not delete what is kept no longer; it tries again in six hours.")]
    private partial void LogPutOff(Exception exception);
}
