namespace SystemLog.Orders;

/// <summary>An order that the shop had before SystemLog came.</summary>
/// <param name="Snapshot">The order.</param>
/// <param name="Status">Its status, by code or any alias.</param>
/// <param name="StatusSince">Since when it has the status.</param>
public sealed record ImportedOrder(OrderSnapshot Snapshot, string Status, DateTimeOffset StatusSince);
