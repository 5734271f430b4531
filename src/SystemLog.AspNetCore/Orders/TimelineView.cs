namespace SystemLog.AspNetCore.Orders;

/// <summary>Which part of the timeline is shown.</summary>
internal enum TimelineView
{
    All,
    Status,
    Messages,
    Issues,
    Notes,
}
