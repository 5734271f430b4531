namespace DemoShop.TradingDay;

/// <summary>What is done with an order.</summary>
internal enum Deed
{
    Approve,
    StartProduction,
    FinishProduction,
    Capture,
    Ship,
    Cancel,
    Transfer,
    Subscribe,
}
