using System.Globalization;
using SystemLog.Settings;
using SystemLog.Storage;
using SystemLog.Work;

namespace SystemLog.Digests;

/// <summary>What is stored about summary mails: settings and those sent.</summary>
internal sealed class DigestLedger(ISettingStore settings, IWorkQueries work)
{
    /// <summary>The kind of work that a summary mail is.</summary>
    public const string Kind = "summary-mail";

    // Tests may stand before the last one that was sent; somebody who tries more than this many learns of more news than there is.
    private const int LookedThrough = 100;

    /// <summary>Returns a shop's settings; null where nothing was ever set.</summary>
    public async Task<(StoredDigest Digest, StoredSetting Setting)?> FindAsync(string shop, CancellationToken cancellationToken) =>
        await settings.FindAsync(shop, StoredDigest.Name, cancellationToken) is { } setting ? (StoredDigest.Parse(setting.Value), setting) : null;

    /// <summary>Returns how a shop's mail is set: off where nothing was ever set.</summary>
    public async Task<StoredDigest> DigestOfAsync(string shop, CancellationToken cancellationToken) =>
        (await FindAsync(shop, cancellationToken))?.Digest ?? new(new(), DateOnly.MinValue, null);

    /// <summary>Returns the settings of all shops that have some.</summary>
    public async Task<IEnumerable<(string Shop, StoredDigest Digest)>> AllAsync(CancellationToken cancellationToken) =>
        from setting in await settings.OfAllShopsAsync(StoredDigest.Name, cancellationToken)
        select (setting.Key, StoredDigest.Parse(setting.Value.Value));

    /// <summary>Saves settings, unless somebody else has done so meanwhile.</summary>
    public Task<bool> SaveAsync(string shop, StoredDigest digest, (DigestSaving Saving, DateTimeOffset At) by, CancellationToken cancellationToken) =>
        settings.SaveAsync(shop, StoredDigest.Name, new(digest.ToJson(), by.Saving.Seen, by.Saving.Actor, by.At), cancellationToken);

    /// <summary>Returns the mail of a period, in whatever state; null where it has not been queued.</summary>
    public async Task<SentDigest?> FindMailAsync(string shop, DateOnly date, CancellationToken cancellationToken) =>
        await work.FindAsync(shop, Kind, KeyOf(date), cancellationToken) is { } item ? Of(item) : null;

    /// <summary>Returns the mails of a shop, the last queued first.</summary>
    public async Task<Page<SentDigest>> ListAsync(
        string shop, WorkState? state, PageKey? after, int size, CancellationToken cancellationToken)
    {
        var page = await work.ListAsync(shop, new(Kind, state), after, size, cancellationToken);
        return new([.. page.Items.Select(Of)], page.Next);
    }

    /// <summary>Returns when the last mail was sent by schedule before an item; null where none was.</summary>
    public async Task<DateTimeOffset?> LastSentAsync(string shop, long before, CancellationToken cancellationToken)
    {
        var done = await ListAsync(shop, WorkState.Succeeded, after: null, LookedThrough, cancellationToken);
        return done.Items.FirstOrDefault(mail => mail is { IsTest: false, Result.End: DigestEnd.Sent } && mail.Item.Id < before)?.Item.EndedAt;
    }

    /// <summary>Returns the key of a period: its local date, so that no clock and no number of nodes can make two.</summary>
    public static string KeyOf(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);

    private static SentDigest Of(WorkItem item) => new(item, DigestResult.Parse(item.Result), DigestOrder.Parse(item.Payload).Date);
}
