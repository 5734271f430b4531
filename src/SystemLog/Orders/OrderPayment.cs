using SystemLog.Orders.Workflows;

namespace SystemLog.Orders;

/// <summary>The payment of an order as the host knows it, in the currency of its total.</summary>
/// <param name="State">How far it has come.</param>
public sealed record OrderPayment(PaymentState State)
{
    /// <summary>Gets whether the customer pays in the shop, by card or the like, rather than on an invoice. The default is true.</summary>
    public bool IsOnline { get; init; } = true;

    /// <summary>Gets the amount that is reserved and not yet drawn, in minor units.</summary>
    public long AuthorizedMinor { get; init; }

    /// <summary>Gets the amount that is drawn, in minor units.</summary>
    public long CapturedMinor { get; init; }

    /// <summary>Gets the amount that is paid back, in minor units.</summary>
    public long RefundedMinor { get; init; }

    /// <summary>Gets whether an operation on the payment is on its way.</summary>
    public bool HasOperationInFlight { get; init; }
}
