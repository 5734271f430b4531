using DemoShop.Orders;

namespace DemoShop.Providers;

/// <summary>What the shop asks of whoever holds the customer's money. Amounts are in øre.</summary>
internal interface IPaymentClient
{
    Task CaptureAsync(Order order, long amount, CancellationToken cancellationToken = default);

    Task RefundAsync(Order order, long amount, CancellationToken cancellationToken = default);

    Task CancelAsync(Order order, CancellationToken cancellationToken = default);

    /// <summary>Returns what is captured and not refunded; null where the provider cannot be asked.</summary>
    Task<long?> CapturedAsync(Order order, CancellationToken cancellationToken = default);
}
