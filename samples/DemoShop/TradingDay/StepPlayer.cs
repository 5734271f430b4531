using DemoShop.Orders;
using DemoShop.SignIn;
using SystemLog;

namespace DemoShop.TradingDay;

/// <summary>Does what one step of the script says, through the shop's own services.</summary>
internal sealed class StepPlayer(
    DayClock clock, OutsideWorld world, OrderDesk desk, OrderFlow flow, OrderBook book, Till till, AmountCheck check, SummaryWish wish, SignedIn signedIn)
{
    // Each order of a batch takes its moment at the packing table.
    private static readonly TimeSpan PerOrder = TimeSpan.FromSeconds(20);

    public Task PlayAsync(DayStep step, CancellationToken cancellationToken)
    {
        switch (step)
        {
            case DayStep.Buys buys:
                return world.BuyAsync(buys, cancellationToken);
            case DayStep.Does does:
                return InTurnAsync(does, cancellationToken);
            case DayStep.DoesAtOnce does:
                return Task.WhenAll(does.Orders.Select(number => DoAsync(does.Deed, number, cancellationToken)));
            case DayStep.Edits edits:
                return desk.ChangeTotalAsync(edits.Order, edits.Total, cancellationToken);
            case DayStep.Refunds refunds:
                return desk.RefundAsync(refunds.Order, refunds.Amount, cancellationToken);
            case DayStep.Settles settles:
                return till.TransferAsync(settles.ZReport, cancellationToken: cancellationToken);
            case DayStep.Compares compares:
                return check.RunAsync(compares.Shop, cancellationToken);
            case DayStep.TakesOver takes:
                return TakeOverAsync(takes.Shop, cancellationToken);
            case DayStep.Tampers tampers:
                return book.TamperAsync(tampers.Order, tampers.Status, cancellationToken);
            case DayStep.WantsSummary wants:
                return wish.TurnOnAsync(wants.Shop, wants.Recipient, cancellationToken);
            case DayStep.Trouble trouble:
                world.Befall(trouble);
                return Task.CompletedTask;
            default:
                throw new ArgumentException($"The player does not know {step}.", nameof(step));
        }
    }

    private async Task InTurnAsync(DayStep.Does does, CancellationToken cancellationToken)
    {
        foreach (var (index, number) in does.Orders.Index())
        {
            clock.TurnTo(does.SinceOpening + (index * PerOrder));
            await DoAsync(does.Deed, number, cancellationToken);
        }
    }

    private async Task TakeOverAsync(string shop, CancellationToken cancellationToken)
    {
        foreach (var old in await book.ListAsync(shop, cancellationToken))
        {
            // A list has no lines, and what is to be made stands in them.
            await flow.TakeOverAsync([(await book.FindAsync(old.Number, cancellationToken))!], cancellationToken);
        }
    }

    private async Task DoAsync(Deed deed, string number, CancellationToken cancellationToken)
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
        Deed.Ship => desk.ShipAsync(number, by, cancellationToken),
        Deed.Cancel => desk.CancelAsync(number, by, cancellationToken),
        Deed.Transfer => desk.TransferAsync(number, cancellationToken),
        _ => desk.SubscribeAsync(number, cancellationToken),
    };
}
