using DemoShop.Orders;
using ProviderSandbox;
using ProviderSandbox.Klarna;

namespace DemoShop.TradingDay;

/// <summary>What the shop cannot help: customers buy and pay, providers get into trouble, somebody meddles with the database.</summary>
internal sealed class OutsideWorld(DayClock clock, Sandbox sandbox, OrderBook book, OrderFlow flow)
{
    public async Task BuyAsync(DayStep.Buys buys, CancellationToken cancellationToken = default)
    {
        var order = OrderOf(buys);
        await book.AddAsync(order, cancellationToken);

        // What was bought before SystemLog came has its status already.
        if (order.Status.Length == 0)
        {
            await flow.TellAsync(order, cancellationToken);
        }
    }

    public Task TamperAsync(DayStep.Tampers tampers, CancellationToken cancellationToken = default) =>
        book.TamperAsync(tampers.Order, tampers.Status, cancellationToken);

    public void Befall(DayStep.Trouble trouble) => sandbox.Faults.Plan(trouble.Fault);

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
            Reserved = buys.Payment == PaymentMethod.Card ? 0 : total,
            Status = buys.DaysBefore > 0 ? "Approved" : "",
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
