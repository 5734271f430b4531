using DemoShop.Orders;
using DemoShop.SignIn;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SystemLog;
using SystemLog.Digests;

namespace DemoShop.TradingDay;

/// <summary>The merchant's wish for a daily summary, as saving it on the settings page would have it.</summary>
internal sealed class SummaryWish(DigestService digests, DayClock clock, IServer server)
{
    // Late enough for the day's troubles to stand in it, early enough for it to come before closing.
    private static readonly TimeSpan SinceOpening = TimeSpan.FromHours(6.5);

    public async Task TurnOnAsync(string shop, string recipient, CancellationToken cancellationToken)
    {
        var settings = new DigestSettings { IsOn = true, Hour = HourAfter(clock.Start + SinceOpening), Recipients = [recipient] };
        var seen = await digests.FindAsync(shop, cancellationToken);
        var merchant = new Actor(Person.Merchant.Id, Person.Merchant.Name);
        if (await digests.SaveAsync(shop, settings, new(seen.Version, merchant, PanelOf(shop)), cancellationToken) is not DigestSaveResult.Saved)
        {
            throw new InvalidOperationException("The summary mail could not be turned on.");
        }
    }

    private static int HourAfter(DateTimeOffset time) => (TimeZoneInfo.ConvertTime(time, Shops.Zone).Hour + 1) % 24;

    private Uri? PanelOf(string shop) =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address ? new($"{address}/systemlog?shop={shop}") : null;
}
