using DemoShop.Orders;

namespace DemoShop.Providers;

/// <summary>Whoever holds the money of an order.</summary>
internal sealed class PaymentClients(VippsClient vipps, KlarnaClient klarna, AdyenClient adyen)
{
    public IPaymentClient Of(Order order) => order.Payment switch
    {
        PaymentMethod.Vipps => vipps,
        PaymentMethod.Klarna => klarna,
        _ => adyen,
    };
}
