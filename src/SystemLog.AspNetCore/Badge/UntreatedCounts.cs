using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using SystemLog.AspNetCore.Work;
using SystemLog.Issues;
using SystemLog.Storage;

namespace SystemLog.AspNetCore.Badge;

/// <summary>How many orders are untreated per shop, counted at most once in a while, however many pages carry the badge.</summary>
internal sealed class UntreatedCounts(
    IssueLog log, StuckCounts work, ShopDirectory shops, IOptions<ControlPanelOptions> options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, (int Count, DateTimeOffset At)> _counts = new(StringComparer.Ordinal);

    /// <summary>Gets how the storage fares, as the writer sees it.</summary>
    public StorageStatus Storage => log.StorageStatus;

    /// <summary>Gets how much background work needs a person.</summary>
    public StuckCounts Work => work;

    /// <summary>Returns whether the shop is one of the host's.</summary>
    public bool Knows(string shop) => shops.Knows(shop);

    /// <exception cref="StorageException">The database gave no proper answer.</exception>
    public async ValueTask<int> OfAsync(string shop, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        if (_counts.TryGetValue(shop, out var kept) && now - kept.At < options.Value.BadgeAge)
        {
            return kept.Count;
        }

        var count = await log.CountUntreatedAsync(shop, cancellationToken);
        _counts[shop] = (count, now);
        return count;
    }

    /// <summary>Forgets the numbers of a shop in which somebody just changed something.</summary>
    public void Forget(string shop)
    {
        _counts.TryRemove(shop, out _);
        work.Forget(shop);
    }
}
