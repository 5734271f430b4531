using SystemLog.Messages;
using SystemLog.Storage;
using SystemLog.Work;

namespace SystemLog.Digests;

/// <summary>The summary mail of each shop: its settings, what it would say now, and those sent.</summary>
/// <remarks>Every method throws <see cref="StorageException"/> when the database gives no proper answer, and <see cref="ArgumentException"/> for a
/// shop that is not configured.</remarks>
public sealed class DigestService
{
    private readonly DigestLedger _ledger;
    private readonly DigestPost _post;
    private readonly WorkEngine _engine;
    private readonly ShopDirectory _shops;
    private readonly TimeProvider _time;

    internal DigestService(DigestLedger ledger, DigestPost post, WorkEngine engine, (ShopDirectory Shops, TimeProvider Time) host)
    {
        _ledger = ledger;
        _post = post;
        _engine = engine;
        (_shops, _time) = host;
    }

    /// <summary>Returns how a shop's summary mail is set; what comes where nothing was ever set is off.</summary>
    public async Task<DigestState> FindAsync(string shop, CancellationToken cancellationToken = default)
    {
        var known = _shops.Get(shop);
        var found = await _ledger.FindAsync(known.Id, cancellationToken);
        var settings = found?.Digest.Settings ?? new();
        var zone = DigestRules.ZoneOf(settings, known);
        return new(settings, found?.Setting.Version ?? 0)
        {
            ChangedBy = found?.Setting.ChangedBy,
            ChangedAt = found?.Setting.ChangedAt,
            Zone = zone,
            NextAt = settings.IsOn ? DigestRules.ScheduleOf(settings).NextAfter(_time.GetUtcNow(), zone).DueAt : null,
        };
    }

    /// <summary>Saves how a shop's summary mail is set. Where its times change, the first mail is that of the next period: nothing is sent for one
    /// that has passed.</summary>
    public async Task<DigestSaveResult> SaveAsync(
        string shop, DigestSettings settings, DigestSaving saving, CancellationToken cancellationToken = default)
    {
        var known = _shops.Get(shop);
        if (DigestRules.Faults(settings).ToList() is { Count: > 0 } faults)
        {
            return new DigestSaveResult.Refused(faults);
        }

        var now = _time.GetUtcNow();
        var before = (await _ledger.FindAsync(known.Id, cancellationToken))?.Digest;
        var beginsAfter = before is null || DigestRules.HasOtherTimes(settings, before.Settings)
            ? DigestRules.ScheduleOf(settings).PeriodAt(now, DigestRules.ZoneOf(settings, known)).LocalDate
            : before.BeginsAfter;
        var digest = new StoredDigest(settings, beginsAfter, saving.Panel ?? before?.Panel);
        return await _ledger.SaveAsync(known.Id, digest, (saving, now), cancellationToken)
            ? new DigestSaveResult.Saved()
            : new DigestSaveResult.Conflict(await FindAsync(known.Id, cancellationToken));
    }

    /// <summary>Returns the mail as it would be now.</summary>
    public async Task<DigestMail> PreviewAsync(string shop, CancellationToken cancellationToken = default)
    {
        var known = _shops.Get(shop).Id;
        var digest = await _ledger.DigestOfAsync(known, cancellationToken);
        return (await _post.WriteAsync(known, digest, _time.GetUtcNow(), long.MaxValue, cancellationToken)).Mail;
    }

    /// <summary>Queues the mail as it would be now for one address, as a test.</summary>
    /// <returns>Whether that can be an address; where not, nothing is queued.</returns>
    public async Task<bool> SendTestAsync(string shop, string recipient, CancellationToken cancellationToken = default)
    {
        if (!Mailbox.TryCreate(recipient, out var mailbox))
        {
            return false;
        }

        await _engine.EnqueueAsync(
            [
                new()
                {
                    Shop = _shops.Get(shop).Id,
                    Kind = DigestLedger.Kind,
                    Key = $"test-{Guid.NewGuid():N}",
                    DueAt = _time.GetUtcNow(),
                    Payload = new DigestOrder { TestTo = mailbox.Address }.ToJson(),
                },
            ],
            cancellationToken);
        return true;
    }

    /// <summary>Returns the mails of a shop, the last queued first, whatever became of them.</summary>
    public Task<Page<SentDigest>> ListAsync(string shop, PageKey? after = null, int size = 20, CancellationToken cancellationToken = default) =>
        _ledger.ListAsync(_shops.Get(shop).Id, state: null, after, size, cancellationToken);

    /// <summary>Returns the newest mail that the schedule of a shop has asked for; null where it is off, or has not asked for any yet.</summary>
    public async Task<DueDigest?> LastDueAsync(string shop, CancellationToken cancellationToken = default)
    {
        var known = _shops.Get(shop);
        var digest = await _ledger.DigestOfAsync(known.Id, cancellationToken);
        return DigestRules.DueOf(digest, known, _time.GetUtcNow()) is not { } period
            ? null
            : new(period.LocalDate, period.DueAt, await _ledger.FindMailAsync(known.Id, period.LocalDate, cancellationToken));
    }
}
