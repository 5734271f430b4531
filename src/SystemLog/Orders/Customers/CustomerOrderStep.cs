namespace SystemLog.Orders.Customers;

/// <summary>A step of an order's history as its customer may see it.</summary>
/// <param name="Status">What the status is called to the customer.</param>
/// <param name="At">Since when.</param>
/// <param name="Note">What the customer was told beside it.</param>
public sealed record CustomerOrderStep(string Status, DateTimeOffset At, string? Note);
