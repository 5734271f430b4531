namespace DemoShop.Orders;

/// <summary>The two shops of the house.</summary>
internal static class Shops
{
    public const string Fjordstrikk = "fjordstrikk";
    public const string Outlet = "outlet";

    /// <summary>Where the days of both begin and end; UTC on a machine without time zones.</summary>
    public static TimeZoneInfo Zone { get; } =
        TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Oslo", out var oslo) ? oslo : TimeZoneInfo.Utc;

    public static string NameOf(string shop) => shop == Outlet ? "Fjordstrikk Outlet" : "Fjordstrikk";
}
