using System.Collections.Concurrent;

namespace SystemLog.AspNetCore.Orders;

/// <summary>How many orders of a shop have a status that is not defined any more, by type of subject.</summary>
/// <remarks>Only a start with other workflows makes such orders, and only a person takes one away: they are counted now and then, not on every page.</remarks>
internal sealed class OrphanCounts(TimeProvider time)
{
    private static readonly TimeSpan s_age = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (IReadOnlyDictionary<string, int> Counts, DateTimeOffset At)> _known = new(StringComparer.Ordinal);

    public async ValueTask<int> OfAsync(OrderDesk desk, string shop, string type, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!_known.TryGetValue(shop, out var known) || now - known.At >= s_age)
        {
            var orphans = await desk.Service.OrphansAsync(shop, cancellationToken);
            known = (orphans.CountBy(orphan => orphan.Order.Subject.Type).ToDictionary(StringComparer.Ordinal), now);
            _known[shop] = known;
        }

        return known.Counts.GetValueOrDefault(type);
    }

    /// <summary>Forgets the numbers of a shop in which somebody just changed an order.</summary>
    public void Forget(string shop) => _known.TryRemove(shop, out _);
}
