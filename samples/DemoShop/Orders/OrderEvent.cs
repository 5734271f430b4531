namespace DemoShop.Orders;

/// <summary>One line of an order's history, as the shop has always shown it.</summary>
public sealed record OrderEvent(DateTimeOffset At, string Text, bool IsFailure);
