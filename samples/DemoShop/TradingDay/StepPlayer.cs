using DemoShop.Orders;
using ProviderSandbox;
using ProviderSandbox.Klarna;

namespace DemoShop.TradingDay;

/// <summary>Does what one step of the script says: customers pay in the sandbox, everything else goes through the shop's own services.</summary>
internal sealed class StepPlayer(DayClock clock, Sandbox sandbox, OrderBook book, OrderDesk desk, AmountCheck check)
{
    // Each order of a batch takes its moment at the packing table.
    private static readonly TimeSpan PerOrder = TimeSpan.FromSeconds(20);

    public Task PlayAsync(DayStep step, CancellationToken cancellationToken)
    {
        switch (step)
        {
            case DayStep.Buys buys:
                return book.AddAsync(OrderOf(buys), cancellationToken);
            case DayStep.Does does:
                return InTurnAsync(does, cancellationToken);
            case DayStep.DoesAtOnce does:
                return Task.WhenAll(does.Orders.Select(number => DoAsync(does.Deed, number, cancellationToken)));
            case DayStep.Edits edits:
                return desk.ChangeTotalAsync(edits.Order, edits.Total, cancellationToken);
            case DayStep.Refunds refunds:
                return desk.RefundAsync(refunds.Order, refunds.Amount, cancellationToken);
            case DayStep.Settles settles:
                return desk.TransferZReportAsync(settles.ZReport, cancellationToken);
            case DayStep.Compares compares:
                return check.RunAsync(compares.Shop, cancellationToken);
            case DayStep.Trouble trouble:
                sandbox.Faults.Plan(trouble.Fault);
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

    private Task DoAsync(Deed deed, string number, CancellationToken cancellationToken) => deed switch
    {
        Deed.Capture => desk.CaptureAsync(number, cancellationToken),
        Deed.Cancel => desk.CancelAsync(number, cancellationToken),
        Deed.Transfer => desk.TransferAsync(number, cancellationToken),
        _ => desk.SubscribeAsync(number, cancellationToken),
    };

    private Order OrderOf(DayStep.Buys buys)
    {
        var total = buys.Products.Sum(product => product.Price);
        var paidAt = clock.GetUtcNow().AddDays(-buys.DaysBefore);
        return new Order
        {
            Number = buys.Number,
            Shop = buys.Number.StartsWith(DayScript.OutletPrefix, StringComparison.Ordinal) ? Shops.Outlet : Shops.Fjordstrikk,
            PlacedAt = paidAt,
            Customer = buys.Customer,
            Payment = buys.Payment,
            PaymentReference = Pay(buys, total, paidAt),
            Total = total,
            Lines = [.. buys.Products.GroupBy(product => product).Select(same => new OrderLine(same.Key.Name, same.Count(), same.Key.Price, same.Key.VatPercent))],
        };
    }

    private string Pay(DayStep.Buys buys, long total, DateTimeOffset paidAt) => buys.Payment switch
    {
        PaymentMethod.Vipps => sandbox.VippsPayments.SeedAuthorised($"fjordstrikk-{buys.Number}", total, paidAt).Reference,
        PaymentMethod.Klarna => sandbox.KlarnaOrders.Seed(new KlarnaSeed(total, buys.Number) { CreatedAt = paidAt }).OrderId,
        _ => sandbox.AdyenPayments.SeedAuthorised(buys.Number, total, paidAt).PspReference,
    };
}
