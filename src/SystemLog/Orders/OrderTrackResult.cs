using SystemLog.Orders.Notices;

namespace SystemLog.Orders;

/// <summary>What came of telling of an order.</summary>
/// <param name="State">The order now.</param>
/// <param name="IsNew">Whether it was not known before.</param>
/// <param name="Messages">Who is told that it is there; empty where it was known.</param>
public sealed record OrderTrackResult(OrderState State, bool IsNew, IReadOnlyList<OrderMessage> Messages);
