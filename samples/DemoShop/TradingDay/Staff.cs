using DemoShop.Orders;
using DemoShop.SignIn;
using SystemLog;

namespace DemoShop.TradingDay;

/// <summary>The people of the house, at work.</summary>
internal sealed class Staff(OrderDesk desk, OrderFlow flow, SignedIn signedIn)
{
    public async Task DoAsync(Deed deed, string number, CancellationToken cancellationToken)
    {
        // The clerk sees one shop and may not approve: what he cannot do, the merchant does.
        var person = deed == Deed.Approve || number.StartsWith(DayScript.OutletPrefix, StringComparison.Ordinal) ? Person.Merchant : Person.Clerk;
        using var signIn = signedIn.As(person);
        await DoAsync(deed, number, person.ToActor(), cancellationToken);
    }

    private Task DoAsync(Deed deed, string number, Actor by, CancellationToken cancellationToken) => deed switch
    {
        Deed.Approve => flow.ApproveAsync(number, by, cancellationToken),
        Deed.StartProduction => flow.ProduceAsync(number, isDone: false, by, cancellationToken),
        Deed.FinishProduction => flow.ProduceAsync(number, isDone: true, by, cancellationToken),
        Deed.Capture => desk.CaptureAsync(number, cancellationToken),
        Deed.Ship => flow.ShipAsync(number, by, cancellationToken),
        Deed.Cancel => desk.CancelAsync(number, by, cancellationToken),
        Deed.Transfer => desk.TransferAsync(number, cancellationToken),
        _ => desk.SubscribeAsync(number, cancellationToken),
    };
}
