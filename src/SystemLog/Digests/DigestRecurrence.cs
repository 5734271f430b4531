using SystemLog.Work;
using SystemLog.Work.Schedules;

namespace SystemLog.Digests;

/// <summary>Queues the summary mails that are due.</summary>
internal sealed class DigestRecurrence(DigestLedger ledger, ShopDirectory shops) : IRecurringWork
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<NewWork>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var due = new List<NewWork>();
        foreach (var (shop, digest) in await ledger.AllAsync(cancellationToken))
        {
            // One missed is made up while it is younger than two periods.
            if (shops.Knows(shop) && DigestRules.DueOf(digest, shops.Get(shop), now) is { } period && period.MayRunAt(now)
                && await ledger.FindMailAsync(shop, period.LocalDate, cancellationToken) is null)
            {
                due.Add(WorkOf(shop, period));
            }
        }

        return due;
    }

    private static NewWork WorkOf(string shop, Period period) => new()
    {
        Shop = shop,
        Kind = DigestLedger.Kind,
        Key = DigestLedger.KeyOf(period.LocalDate),
        DueAt = period.DueAt,
        Payload = new DigestOrder { Date = period.LocalDate, MakeUpBefore = period.MakeUpBefore }.ToJson(),
    };
}
