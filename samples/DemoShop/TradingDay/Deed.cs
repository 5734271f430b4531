namespace DemoShop.TradingDay;

/// <summary>What is done with an order.</summary>
internal enum Deed
{
    Capture,
    Cancel,
    Transfer,
    Subscribe,
}
