namespace SystemLog.Orders;

/// <summary>A change of status, as the host is told.</summary>
/// <param name="Order">The order.</param>
/// <param name="Version">The version it has by the change; grows by one with each.</param>
/// <param name="Status">The code of the status.</param>
/// <param name="HostStatus">The spelling of the status that the host uses.</param>
/// <param name="At">When it changed.</param>
/// <param name="ActorName">Who changed it.</param>
public sealed record OrderStatusNews(OrderRef Order, long Version, string Status, string HostStatus, DateTimeOffset At, string ActorName);
