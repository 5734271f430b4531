using System.Security.Claims;
using Microsoft.Extensions.Options;

namespace SystemLog.AspNetCore.Customers;

/// <summary>The customer from claims, in the only shop or the default one.</summary>
internal sealed class ClaimsCustomerAccess(ShopDirectory shops, IOptions<SystemLogOptions> options) : ICustomerAccess
{
    public ValueTask<CustomerIdentity?> FindAsync(ClaimsPrincipal principal, CancellationToken cancellationToken = default)
    {
        var id = principal.FindFirstValue(ClaimTypes.NameIdentifier) ?? principal.FindFirstValue("sub");
        var shop = shops.All is [var only] ? only.Id : options.Value.DefaultShop;
        return new(principal.Identity is { IsAuthenticated: true } && !string.IsNullOrWhiteSpace(id) && shops.Knows(shop)
            ? new CustomerIdentity(shop, id)
            : null);
    }
}
