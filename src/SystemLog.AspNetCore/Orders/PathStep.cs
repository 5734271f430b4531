using SystemLog.Orders.Workflows;

namespace SystemLog.AspNetCore.Orders;

/// <summary>A status on an order's way.</summary>
/// <param name="Code">The status.</param>
/// <param name="Status">What the workflow says of it; null where it does not define it any more.</param>
/// <param name="Place">Whether the order was there, is there or goes there.</param>
/// <param name="At">When it came there first, or since when it is there; null where it has not been.</param>
internal sealed record PathStep(string Code, OrderStatus? Status, PathPlace Place, DateTimeOffset? At);
