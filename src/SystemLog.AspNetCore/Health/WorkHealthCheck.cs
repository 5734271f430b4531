using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using SystemLog.Storage;
using SystemLog.Work;

namespace SystemLog.AspNetCore.Health;

/// <summary>Whether background work is done in time, and whether some of it needs a person. It tells of all nodes together.</summary>
internal sealed class WorkHealthCheck(IWorkQueries queries, IWorkStore store, IOptions<SystemLogHealthOptions> options) : IHealthCheck
{
    public const string Name = "systemlog-work";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return Judge(await queries.CountAsync(shop: null, cancellationToken), await store.NowAsync(cancellationToken), options.Value);
        }
        catch (StorageException exception)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", exception);
        }
    }

    /// <summary>Decides. Pure.</summary>
    private static HealthCheckResult Judge(IReadOnlyList<WorkKindCounts> counts, DateTimeOffset now, SystemLogHealthOptions options)
    {
        var late = counts.Min(kind => kind.OldestDueAt) is { } oldest && oldest < now ? now - oldest : TimeSpan.Zero;
        var stuck = counts.Where(kind => kind.Stuck > 0).ToList();
        var data = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["oldest_due_seconds"] = Math.Floor(late.TotalSeconds),
            ["stuck"] = stuck.Sum(kind => kind.Stuck),
        };
        foreach (var kind in stuck)
        {
            data[$"stuck.{kind.Kind}"] = kind.Stuck;
        }

        var description = Describe(late, stuck);
        return late >= options.WorkUnhealthyAfter ? HealthCheckResult.Unhealthy(description, data: data)
            : late >= options.WorkDegradedAfter || stuck.Count > 0 ? HealthCheckResult.Degraded(description, data: data)
            : HealthCheckResult.Healthy(description, data);
    }

    private static string Describe(TimeSpan late, List<WorkKindCounts> stuck)
    {
        var due = late == TimeSpan.Zero ? "Nothing is due." : string.Create(CultureInfo.InvariantCulture, $"The oldest due item waits for {late:c}.");
        return stuck.Count == 0
            ? due
            : string.Create(CultureInfo.InvariantCulture, $"{stuck.Sum(kind => kind.Stuck)} items need a person: {string.Join(", ", stuck.Select(kind => kind.Kind))}. {due}");
    }
}
