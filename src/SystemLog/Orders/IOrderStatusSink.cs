namespace SystemLog.Orders;

/// <summary>Tells the host of every change, so that it keeps the status in its own database. The host's part; add one with
/// <c>AddOrderStatusSink</c>.</summary>
/// <remarks>
/// Called at least once for every change, for one order in the order of the changes: a change with a version the host has seen is to be passed over.
/// What it throws is tried again later; after the last try the work is listed as failed and can be run again.
/// </remarks>
public interface IOrderStatusSink
{
    /// <summary>Takes a change.</summary>
    Task ApplyAsync(OrderStatusNews news, CancellationToken cancellationToken = default);
}
