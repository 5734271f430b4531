namespace SystemLog.AspNetCore.Orders;

/// <summary>Where a status lies on an order's way.</summary>
internal enum PathPlace
{
    Was,
    Now,
    Ahead,
}
