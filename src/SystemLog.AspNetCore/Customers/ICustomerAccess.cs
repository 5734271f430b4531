using System.Security.Claims;

namespace SystemLog.AspNetCore.Customers;

/// <summary>Tells which customer of which shop a signed-in person is, for the person's own orders. The host registers its own where the built-in one does
/// not fit: it takes <see cref="ClaimTypes.NameIdentifier"/> or "sub" as the customer's id, in the host's default shop.</summary>
public interface ICustomerAccess
{
    /// <summary>Returns the customer; null for somebody who is none, and sees no orders.</summary>
    ValueTask<CustomerIdentity?> FindAsync(ClaimsPrincipal principal, CancellationToken cancellationToken = default);
}
