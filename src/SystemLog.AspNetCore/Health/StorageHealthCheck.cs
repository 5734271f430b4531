using Microsoft.Extensions.Diagnostics.HealthChecks;
using SystemLog.Issues;
using SystemLog.Storage;
using SystemLog.Work;

namespace SystemLog.AspNetCore.Health;

/// <summary>Whether the storage answers: as the writer of reports last saw it, and asked now.</summary>
internal sealed class StorageHealthCheck(IssueLog log, IWorkStore store) : IHealthCheck
{
    public const string Name = "systemlog-storage";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var status = log.StorageStatus;
        var data = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["state"] = status.State.ToString(),
            ["since"] = status.Since,
        };
        if (status.State is StorageState.Unavailable)
        {
            return HealthCheckResult.Unhealthy(status.Reason ?? "The database does not answer.", data: data);
        }

        if (status.State is not StorageState.Ready)
        {
            return HealthCheckResult.Degraded(status.Reason ?? "The database is being made ready; reports wait in memory.", data: data);
        }

        try
        {
            // The writer learns of an outage only when there is something to write.
            await store.NowAsync(cancellationToken);
            return HealthCheckResult.Healthy("The database answers.", data);
        }
        catch (StorageException exception)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", exception, data);
        }
    }
}
