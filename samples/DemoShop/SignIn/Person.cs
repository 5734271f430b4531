using System.Security.Claims;
using DemoShop.Orders;
using SystemLog.AspNetCore.Access;

namespace DemoShop.SignIn;

/// <summary>Who can sign in: there are no passwords in a demo.</summary>
internal sealed record Person(string Id, string Name, string Role, string May, IReadOnlyList<Claim> Claims)
{
    public const string Staff = "Staff";

    /// <summary>Owns both shops and may do everything.</summary>
    public static readonly Person Merchant = new(
        "ingrid", "Ingrid Fjelde", "Merchant", "Sees both shops, solves issues and reads the providers' raw answers.",
        [
            new(SystemLogClaims.Shop, Shops.Fjordstrikk),
            new(SystemLogClaims.Shop, Shops.Outlet),
            new(SystemLogClaims.Right, SystemLogRights.View),
            new(SystemLogClaims.Right, SystemLogRights.Solve),
            new(SystemLogClaims.Right, SystemLogRights.Operate),
            new(SystemLogClaims.Right, SystemLogRights.Settings),
            new(SystemLogClaims.Right, SystemLogRights.SeePayload),
        ]);

    /// <summary>Packs parcels in one shop, and has no business with what providers answered word for word.</summary>
    public static readonly Person Clerk = new(
        "jonas", "Jonas Lunde", "Clerk", "Sees one shop and solves issues, without the providers' raw answers.",
        [
            new(SystemLogClaims.Shop, Shops.Fjordstrikk),
            new(SystemLogClaims.Right, SystemLogRights.View),
            new(SystemLogClaims.Right, SystemLogRights.Solve),
        ]);

    public static IReadOnlyList<Person> All { get; } = [Merchant, Clerk];

    /// <summary>Returns who the cookie will say is signed in.</summary>
    public ClaimsPrincipal ToPrincipal(string scheme) =>
        new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, Id), new(ClaimTypes.Name, Name), new(ClaimTypes.Role, Role), .. Claims], scheme));
}
