using System.Collections.Frozen;
using System.Security.Claims;
using SystemLog.Orders;

namespace SystemLog.AspNetCore.Access;

/// <summary>Shops and rights from claims. With several shops, nobody sees one that no claim names.</summary>
internal sealed class ClaimsPanelAccess(ShopDirectory shops) : IPanelAccess
{
    // Who approves orders, and who may pass the rules by, is for the host to say.
    private static readonly FrozenSet<string> s_usual = FrozenSet.Create(
        SystemLogRights.View, SystemLogRights.Solve, SystemLogRights.Operate, SystemLogRights.Settings,
        OrderRights.OrderManager, OrderRights.Production, OrderRights.Invoicing);

    public ValueTask<PanelUser?> FindAsync(ClaimsPrincipal principal, CancellationToken cancellationToken = default)
    {
        var name = principal.Identity?.Name;
        var id = principal.FindFirstValue(ClaimTypes.NameIdentifier) ?? principal.FindFirstValue("sub") ?? name;
        if (principal.Identity is not { IsAuthenticated: true } || string.IsNullOrWhiteSpace(id))
        {
            return new((PanelUser?)null);
        }

        var rights = principal.FindAll(SystemLogClaims.Right).Select(claim => claim.Value).ToFrozenSet(StringComparer.Ordinal);
        return new(new PanelUser(new Actor(id, name ?? id), ShopsOf(principal), rights.Count > 0 ? rights : s_usual));
    }

    private string[] ShopsOf(ClaimsPrincipal principal)
    {
        var all = shops.All;
        return all.Count == 1
            ? [all[0].Id]
            : [.. all.Select(shop => shop.Id).Where(id => principal.HasClaim(SystemLogClaims.Shop, id))];
    }
}
