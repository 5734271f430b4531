using SystemLog.Catalogue;

namespace SystemLog.Issues;

/// <summary>Explains stored issues again whose explanation is of another catalogue, some at a time.</summary>
internal sealed class ExplanationSweep(IIssueExplanations explanations, ErrorCatalogue catalogue, ShopDirectory shops, TimeProvider time)
{
    // Some milliseconds of the writer's time on SQLite.
    private const int IssuesAtATime = 200;

    /// <summary>Explains everything that is due, and returns how many issues have another cause now.</summary>
    /// <exception cref="Storage.StorageException">The database gave no proper answer.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var changed = 0;
        foreach (var shop in shops.All)
        {
            Fingerprint? after = null;
            do
            {
                var stored = await explanations.OfOthersAsync(shop.Id, catalogue.Version, after, IssuesAtATime, cancellationToken);
                if (stored.Count > 0)
                {
                    var renewed = stored.Select(error => RenewedExplanation.Of(error, catalogue)).ToList();
                    changed += await explanations.RenewAsync(renewed, catalogue.Version, time.GetUtcNow(), cancellationToken);
                }

                after = stored.Count < IssuesAtATime ? null : stored[^1].Issue.Id;
            }
            while (after is not null);
        }

        return changed;
    }
}
