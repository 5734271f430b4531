using DemoShop.Providers;
using SystemLog;
using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Subjects;

namespace DemoShop.Orders;

/// <summary>The evening's look at the money: what an order says, and what its payment provider has taken for it.</summary>
internal sealed class AmountCheck(OrderBook book, PaymentClients payments, IssueLog issues)
{
    /// <summary>Compares every captured order of a shop and reports those that differ.</summary>
    public async Task RunAsync(string shop, CancellationToken cancellationToken = default)
    {
        var orders = await book.ListAsync(shop, cancellationToken);
        foreach (var order in orders.Where(order => order is { Captured: > 0, Refunded: 0 }).Reverse())
        {
            if (await payments.Of(order).CapturedAsync(order, cancellationToken) is { } taken && taken != order.Total)
            {
                Report(order, taken);
            }
        }
    }

    private void Report(Order order, long taken) => issues.Report(new ErrorReport
    {
        Shop = order.Shop,
        Source = order.Payment.ToString(),
        Operation = Operations.Capture,
        Subject = SubjectRef.Order(order.Number),
        SubjectLink = $"/orders/{order.Number}",
        Text = $"The amounts do not match: the order is {Kroner.Of(order.Total)}, {order.Payment} has captured {Kroner.Of(taken)}.",
        OrderAmount = new Money(order.Total, "NOK"),
        ProviderAmount = new Money(taken, "NOK"),
    });
}
