using SystemLog.Work;

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
            if (shops.Knows(shop) && DueOf(shops.Get(shop), digest, now) is { } work
                && !await ledger.IsQueuedAsync(shop, DigestOrder.Parse(work.Payload).Date!.Value, cancellationToken))
            {
                due.Add(work);
            }
        }

        return due;
    }

    /// <summary>Returns the mail that a shop's settings ask for; null where none is due. One missed is made up while it is younger than two periods.</summary>
    private static NewWork? DueOf(Shop shop, StoredDigest digest, DateTimeOffset now)
    {
        if (!digest.Settings.IsOn)
        {
            return null;
        }

        var period = DigestRules.ScheduleOf(digest.Settings).DueAt(now, digest.BeginsAfter, DigestRules.ZoneOf(digest.Settings, shop)).Run;
        return period?.MayRunAt(now) != true ? null : new()
        {
            Shop = shop.Id,
            Kind = DigestLedger.Kind,
            Key = DigestLedger.KeyOf(period.LocalDate),
            DueAt = period.DueAt,
            Payload = new DigestOrder { Date = period.LocalDate, MakeUpBefore = period.MakeUpBefore }.ToJson(),
        };
    }
}
