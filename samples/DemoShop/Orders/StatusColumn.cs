using SystemLog.Orders;

namespace DemoShop.Orders;

/// <summary>Keeps the status in the shop's own row, in the spelling the shop has always had: its lists and exports go on as before.</summary>
internal sealed class StatusColumn(OrderBook book) : IOrderStatusSink
{
    public Task ApplyAsync(OrderStatusNews news, CancellationToken cancellationToken = default) =>
        book.SetStatusAsync(news.Order.Subject.Number, news.HostStatus, news.Version, cancellationToken);
}
