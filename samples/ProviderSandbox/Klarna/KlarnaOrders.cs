using ProviderSandbox.Wire;

namespace ProviderSandbox.Klarna;

/// <summary>The merchant's orders.</summary>
public sealed class KlarnaOrders
{
    /// <summary>How long an authorization lasts by default.</summary>
    internal static readonly TimeSpan AuthorizationLife = TimeSpan.FromDays(28);

    private readonly Dictionary<string, KlarnaOrder> _orders = new(StringComparer.Ordinal);
    private readonly SandboxState _state;

    internal KlarnaOrders(SandboxState state) => _state = state;

    /// <summary>Makes an authorised order, as a purchase does.</summary>
    /// <exception cref="ArgumentException">The amount is not positive, or the fraud status is none of Klarna's.</exception>
    public KlarnaOrder Seed(KlarnaSeed seed)
    {
        if (seed.OrderAmount <= 0 || seed.FraudStatus is not ("ACCEPTED" or "PENDING" or "REJECTED"))
        {
            throw new ArgumentException($"An order of {seed.OrderAmount} with fraud status {seed.FraudStatus} cannot be.", nameof(seed));
        }

        lock (_state.Gate)
        {
            var createdAt = seed.CreatedAt ?? _state.Now;
            var order = new KlarnaOrder(_state.Ids.Guid().ToString(), seed.Currency, seed.OrderAmount, createdAt, seed.FraudStatus)
            {
                OrderAmount = seed.OrderAmount,
                ExpiresAt = createdAt + AuthorizationLife,
                MerchantReference1 = seed.MerchantReference1,
                MerchantReference2 = seed.MerchantReference2,
            };
            return Save(order);
        }
    }

    /// <summary>Ends Klarna's review of a pending order.</summary>
    /// <exception cref="ArgumentException">There is no such order.</exception>
    public void Review(string orderId, bool accept)
    {
        lock (_state.Gate)
        {
            var order = Find(orderId) ?? throw new ArgumentException($"There is no order {orderId}.", nameof(orderId));
            Save(order with { FraudStatus = accept ? "ACCEPTED" : "REJECTED" });
        }
    }

    /// <summary>Gets an order, or null.</summary>
    public KlarnaOrder? Find(string orderId)
    {
        lock (_state.Gate)
        {
            return _orders.GetValueOrDefault(orderId);
        }
    }

    internal KlarnaOrder Save(KlarnaOrder order) => _orders[order.OrderId] = order;
}
