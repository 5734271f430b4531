using DemoShop.Providers;
using SystemLog;
using SystemLog.Catalogue;

namespace DemoShop.Orders;

/// <summary>What staff do with an order. Every attempt ends in the order's history, as it did before SystemLog came.</summary>
internal sealed class OrderDesk(OrderBook book, PaymentClients payments, TripletexClient tripletex, MailchimpClient mailchimp, OrderFlow flow)
{
    public Task<bool> CaptureAsync(string number, CancellationToken cancellationToken = default) =>
        TryAsync(number, "Capture", async order =>
        {
            var amount = order.Total - order.Captured;
            await payments.Of(order).CaptureAsync(order, amount, cancellationToken);
            return (order with { Captured = order.Captured + amount }, $"Captured {Kroner.Of(amount)}");
        }, cancellationToken);

    public Task<bool> RefundAsync(string number, long amount, CancellationToken cancellationToken = default) =>
        TryAsync(number, "Refund", async order =>
        {
            await payments.Of(order).RefundAsync(order, amount, cancellationToken);
            return (order with { Refunded = order.Refunded + amount }, $"Refunded {Kroner.Of(amount)}");
        }, cancellationToken);

    public async Task<bool> CancelAsync(string number, Actor by, CancellationToken cancellationToken = default) =>
        await TryAsync(number, "Cancellation", async order =>
        {
            await payments.Of(order).CancelAsync(order, cancellationToken);
            return (order with { IsCancelled = true }, "Cancelled, the reservation is released");
        }, cancellationToken)
        && await flow.CancelAsync(number, by, "The customer changed their mind.", cancellationToken);

    /// <summary>Changes the total, for instance after a call from the customer. The payment is left as it was.</summary>
    public Task<bool> ChangeTotalAsync(string number, long total, CancellationToken cancellationToken = default) =>
        TryAsync(number, "Change", order => Task.FromResult((order with { Total = total }, $"Total changed from {Kroner.Of(order.Total)} to {Kroner.Of(total)}")), cancellationToken);

    /// <summary>Transfers an order to accounting, which writes the invoice where there is to be one: then the order's way depends on it.</summary>
    public async Task<bool> TransferAsync(string number, CancellationToken cancellationToken = default)
    {
        var isTransferred = await TryAsync(number, "Transfer to Tripletex", async order =>
        {
            var id = await tripletex.TransferAsync(order, cancellationToken);
            return (order with { TripletexId = id }, $"Transferred to Tripletex as {id}");
        }, cancellationToken);
        await (isTransferred ? flow.InvoicedAsync(number, cancellationToken) : flow.StoppedAsync(number, Sources.Tripletex, cancellationToken));
        return isTransferred;
    }

    public Task<bool> SubscribeAsync(string number, CancellationToken cancellationToken = default) =>
        TryAsync(number, "Sync to Mailchimp", async order =>
        {
            await mailchimp.SubscribeAsync(order, cancellationToken);
            return (order, "Customer synced to Mailchimp");
        }, cancellationToken);

    private async Task<bool> TryAsync(string number, string what, Func<Order, Task<(Order Order, string Text)>> act, CancellationToken cancellationToken)
    {
        var order = await book.FindAsync(number, cancellationToken) ?? throw new ArgumentException($"There is no order {number}.", nameof(number));
        try
        {
            var (changed, text) = await act(order);
            await book.SaveAsync(changed, cancellationToken);
            await flow.TellAsync(changed, cancellationToken);
            await book.NoteAsync(number, text, isFailure: false, cancellationToken);
            return true;
        }
        catch (Exception exception) when (ProviderRefusedException.IsOneOrNoAnswer(exception, cancellationToken))
        {
            await book.NoteAsync(number, $"{what} failed: {exception.Message}", isFailure: true, cancellationToken);
            return false;
        }
    }
}
