namespace DemoShop.Orders;

/// <summary>One line of an order.</summary>
/// <param name="Product">The product's name.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Price">For one, in øre, VAT included.</param>
/// <param name="VatPercent">The rate.</param>
public sealed record OrderLine(string Product, int Quantity, long Price, int VatPercent);
