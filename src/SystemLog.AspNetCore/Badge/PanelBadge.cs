using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SystemLog.AspNetCore.Access;
using SystemLog.AspNetCore.Http;
using SystemLog.AspNetCore.Texts;
using SystemLog.Storage;

namespace SystemLog.AspNetCore.Badge;

/// <summary>Prepares the badge on any page of the host: nothing for who may not see the panel, and never an exception for the page around it.</summary>
internal sealed class PanelBadge(
    PanelDoor door, IPanelAccess access, UntreatedCounts counts, IOptions<ControlPanelOptions> options, TimeProvider time)
{
    public async Task<BadgeView?> ViewAsync(HttpContext http, string? wanted)
    {
        if (await door.OpenToAsync(http) is not { } mount)
        {
            return null;
        }

        var user = await access.FindAsync(http.User, http.RequestAborted);
        var shop = user?.Shops.FirstOrDefault(id => counts.Knows(id) && (wanted is null || id == wanted));
        if (user is null || shop is null || !user.Rights.Contains(SystemLogRights.View))
        {
            return null;
        }

        var paths = new PanelPaths(PanelPaths.RootOf(http, mount), user.Shops.Count > 1 ? shop : null);
        var culture = PanelCulture.Of(http, options.Value);
        var texts = PanelTexts.In(culture);
        var format = new PanelFormat(culture, texts, TimeZoneInfo.Utc, time.GetUtcNow());
        var count = await CountAsync(shop, http.RequestAborted);
        return new(
            paths.Overview,
            paths.BadgeJson,
            paths.Asset("badge.css"),
            paths.Asset("badge.js"),
            count,
            count is { } number ? format.Badge(number) : "?",
            count is { } known ? texts.UntreatedOrders.For(known, format.Culture) : texts.OutageTitle);
    }

    private async Task<int?> CountAsync(string shop, CancellationToken cancellationToken)
    {
        try
        {
            return await counts.OfAsync(shop, cancellationToken);
        }
        catch (StorageException)
        {
            return null;
        }
    }
}
