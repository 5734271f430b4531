using SystemLog.Orders.Workflows;

namespace SystemLog.Orders;

/// <summary>Carries out what a change of status asks for the money, where the policy is
/// <see cref="Policies.PaymentPolicy.RequestAfterCommit"/>. The host's part; add one with <c>AddPaymentRequests</c>.</summary>
/// <remarks>
/// Called with the same key however often it is tried. What it throws opens an issue on the order and is tried again later; the status stays as it is.
/// </remarks>
public interface IPaymentRequests
{
    /// <summary>Carries out an operation.</summary>
    /// <param name="order">The order.</param>
    /// <param name="operation">What is asked for; never a refund.</param>
    /// <param name="idempotencyKey">The key to hand to the provider, so that it is done once.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task RequestAsync(OrderRef order, PaymentHint operation, string idempotencyKey, CancellationToken cancellationToken = default);
}
