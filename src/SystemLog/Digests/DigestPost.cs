using System.Globalization;
using Microsoft.Extensions.Options;

namespace SystemLog.Digests;

/// <summary>Reads and writes the summary mail of a shop as it would be now.</summary>
internal sealed class DigestPost(DigestReader reader, DigestWriter writer, DigestLedger ledger, ShopDirectory shops, IOptions<SystemLogOptions> options)
{
    /// <summary>Writes the mail.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="digest">Its settings.</param>
    /// <param name="now">The time it is of.</param>
    /// <param name="item">The work it is; the highest number where it is not queued.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<(DigestContent Content, DigestMail Mail)> WriteAsync(
        string shop, StoredDigest digest, DateTimeOffset now, long item, CancellationToken cancellationToken)
    {
        var since = await ledger.LastSentAsync(shop, item, cancellationToken);
        var read = await reader.ReadAsync(shop, now, since, PanelOf(shop, digest), cancellationToken);
        var content = read with { Zone = DigestRules.ZoneOf(digest.Settings, shops.Get(shop)) };
        return (content, writer.Write(content, CultureInfo.GetCultureInfo(digest.Settings.Language)));
    }

    private Uri? PanelOf(string shop, StoredDigest digest) => options.Value.PanelUrl is not { } panel
        ? digest.Panel
        : shops.All.Count > 1 ? new UriBuilder(panel) { Query = $"shop={Uri.EscapeDataString(shop)}" }.Uri : panel;
}
