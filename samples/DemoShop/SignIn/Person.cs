using System.Security.Claims;
using DemoShop.Orders;
using DemoShop.TradingDay;
using SystemLog;
using SystemLog.AspNetCore.Access;
using SystemLog.Orders;

namespace DemoShop.SignIn;

/// <summary>Who can sign in: there are no passwords in a demo.</summary>
internal sealed record Person(string Id, string Name, string Role, string May, IReadOnlyList<Claim> Claims)
{
    public const string Staff = "Staff";
    public const string Customers = "Customers";

    /// <summary>Owns both shops and may do everything.</summary>
    public static readonly Person Merchant = new(
        "ingrid", "Ingrid Fjelde", "Merchant", "Sees both shops, approves orders, solves issues and reads the providers' raw answers.",
        [
            new(SystemLogClaims.Shop, Shops.Fjordstrikk),
            new(SystemLogClaims.Shop, Shops.Outlet),
            new(SystemLogClaims.Right, SystemLogRights.View),
            new(SystemLogClaims.Right, SystemLogRights.Solve),
            new(SystemLogClaims.Right, SystemLogRights.Operate),
            new(SystemLogClaims.Right, SystemLogRights.Settings),
            new(SystemLogClaims.Right, SystemLogRights.SeePayload),
            .. OrderRights.All.Select(right => new Claim(SystemLogClaims.Right, right)),
        ]);

    /// <summary>Packs parcels in one shop, and has no business with what providers answered word for word.</summary>
    public static readonly Person Clerk = new(
        "jonas", "Jonas Lunde", "Clerk", "Sees one shop, packs and sends orders and solves issues, without the providers' raw answers and without the right to approve.",
        [
            new(SystemLogClaims.Shop, Shops.Fjordstrikk),
            new(SystemLogClaims.Right, SystemLogRights.View),
            new(SystemLogClaims.Right, SystemLogRights.Solve),
            new(SystemLogClaims.Right, OrderRights.OrderManager),
            new(SystemLogClaims.Right, OrderRights.Production),
        ]);

    /// <summary>Buys for his company, so that his orders wait for approval. The id is the one that his orders carry.</summary>
    public static readonly Person Customer = new(
        DayScript.Interior.Email, "Øystein Rønning", "Customer", "Buys for Rønning Interiør AS, and sees his own orders on \"Min profil\".", []);

    public static IReadOnlyList<Person> All { get; } = [Merchant, Clerk, Customer];

    /// <summary>Gets where the person begins.</summary>
    public string Home => this == Customer ? "/min-profil" : "/";

    /// <summary>Returns the person as history names them.</summary>
    public Actor ToActor() => new(Id, Name);

    /// <summary>Returns who the cookie will say is signed in.</summary>
    public ClaimsPrincipal ToPrincipal(string scheme) =>
        new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, Id), new(ClaimTypes.Name, Name), new(ClaimTypes.Role, Role), .. Claims], scheme));
}
