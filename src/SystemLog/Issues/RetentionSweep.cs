using Microsoft.Extensions.Options;

namespace SystemLog.Issues;

/// <summary>Deletes what is kept no longer, a little at a time.</summary>
internal sealed class RetentionSweep(IIssueRetention retention, ShopDirectory shops, IOptions<SystemLogOptions> options, TimeProvider time)
{
    // Small enough that a reporting caller's commit waits a few milliseconds at most.
    private const int RowsAtATime = 1_000;

    /// <summary>Deletes everything that is due, and returns how many rows that were.</summary>
    /// <exception cref="Storage.StorageException">The database gave no proper answer.</exception>
    public async Task<long> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (detailsBefore, solvedBefore) = (now - options.Value.DetailsRetention, now - options.Value.SolvedRetention);
        long total = 0;
        foreach (var shop in shops.All)
        {
            int deleted;
            do
            {
                deleted = await retention.ExpireAsync(shop.Id, detailsBefore, solvedBefore, RowsAtATime, cancellationToken);
                total += deleted;
            }
            while (deleted > 0);
        }

        return total;
    }
}
