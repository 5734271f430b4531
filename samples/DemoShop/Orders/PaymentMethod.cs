namespace DemoShop.Orders;

/// <summary>How the customer paid. Values are stored.</summary>
public enum PaymentMethod
{
    Vipps = 1,
    Klarna = 2,

    /// <summary>By card, through Adyen.</summary>
    Card = 3,
}
