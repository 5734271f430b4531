using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using SystemLog.Digests;
using SystemLog.Storage;
using SystemLog.Work;

namespace SystemLog.AspNetCore.Health;

/// <summary>Whether the last summary mail of every shop that wants one went out.</summary>
internal sealed class DigestHealthCheck(DigestService digests, ShopDirectory shops, TimeProvider time, IOptions<SystemLogHealthOptions> options) : IHealthCheck
{
    public const string Name = "systemlog-summary-mail";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var last = new Dictionary<string, DueDigest>(StringComparer.Ordinal);
            foreach (var shop in shops.All)
            {
                if (await digests.LastDueAsync(shop.Id, cancellationToken) is { } due)
                {
                    last.Add(shop.Id, due);
                }
            }

            return Judge(last, time.GetUtcNow() - options.Value.WorkDegradedAfter);
        }
        catch (StorageException exception)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", exception);
        }
    }

    /// <summary>Decides; a mail that was due before <paramref name="queuedBy"/> must have been queued by some node. Pure.</summary>
    private static HealthCheckResult Judge(Dictionary<string, DueDigest> last, DateTimeOffset queuedBy)
    {
        var data = last.ToDictionary(shop => $"last.{shop.Key}", shop => (object)$"{shop.Value.Date:O} {Word(shop.Value)}", StringComparer.Ordinal);
        var bad = last.Where(shop => IsBad(shop.Value, queuedBy)).Select(shop => shop.Key).ToList();
        return bad.Count == 0
            ? HealthCheckResult.Healthy(last.Count == 0 ? "No summary mail has been due." : "The last summary mails are out or on their way.", data)
            : HealthCheckResult.Degraded($"The last summary mail did not go out: {string.Join(", ", bad)}.", data: data);
    }

    private static string Word(DueDigest due) => due.Mail is { } mail ? mail.Item.State.ToString() : "not queued";

    private static bool IsBad(DueDigest due, DateTimeOffset queuedBy) =>
        due.Mail is { } mail ? mail.Item.State is WorkState.Failed or WorkState.Unknown or WorkState.Parked : due.DueAt < queuedBy;
}
