using SystemLog.Issues;

namespace SystemLog.Digests;

/// <summary>Reads what a summary mail is to tell.</summary>
internal sealed class DigestReader(IIssueSummaries summaries, IIssueQueries queries, ShopDirectory shops)
{
    /// <summary>Reads the content of a shop's summary.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="now">The time the summary is of.</param>
    /// <param name="since">The time of the summary before it; null the first time.</param>
    /// <param name="panel">The panel's address; null where the mail has no links.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ArgumentException">No such shop is configured.</exception>
    /// <exception cref="Storage.StorageException">The database gave no proper answer.</exception>
    public async Task<DigestContent> ReadAsync(
        string shop, DateTimeOffset now, DateTimeOffset? since, Uri? panel, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(shop);
        var known = shops.Get(shop);

        var issues = await summaries.SummarizeAsync(known.Id, new(now, since), cancellationToken);
        var dropped = await queries.DroppedAsync(known.Id, cancellationToken);
        return new()
        {
            Shop = known.Name ?? known.Id,
            Zone = known.TimeZone,
            Now = now,
            Since = since,
            Issues = issues,
            Dropped = [.. dropped.Where(reports => since is null || reports.LastAt >= since)],
            Panel = panel,
        };
    }
}
