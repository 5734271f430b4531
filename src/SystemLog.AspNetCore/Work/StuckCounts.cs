using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using SystemLog.Storage;
using SystemLog.Work;

namespace SystemLog.AspNetCore.Work;

/// <summary>How much background work of a shop needs a person, counted at most once in a while, however many pages show it.</summary>
internal sealed class StuckCounts(IWorkQueries queries, IOptions<ControlPanelOptions> options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, (int Count, DateTimeOffset At)> _counts = new(StringComparer.Ordinal);

    /// <exception cref="StorageException">The database gave no proper answer.</exception>
    public async ValueTask<int> OfAsync(string shop, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        if (_counts.TryGetValue(shop, out var kept) && now - kept.At < options.Value.BadgeAge)
        {
            return kept.Count;
        }

        var count = (await queries.CountAsync(shop, cancellationToken)).Sum(kind => kind.Stuck);
        _counts[shop] = (count, now);
        return count;
    }

    /// <summary>Forgets the number of a shop in which somebody just changed something.</summary>
    public void Forget(string shop) => _counts.TryRemove(shop, out _);
}
