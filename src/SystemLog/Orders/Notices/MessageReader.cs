using SystemLog.Work;

namespace SystemLog.Orders.Notices;

/// <summary>Reads messages with what has become of their work: a node that died, or a person who cancelled it, leaves no word on the message itself.</summary>
internal sealed class MessageReader(IOrderQueries orders, IWorkQueries work)
{
    public async Task<IReadOnlyList<OrderMessage>> ReadAsync(OrderRef order, int limit, CancellationToken cancellationToken)
    {
        var messages = new List<OrderMessage>();
        foreach (var message in await orders.MessagesAsync(order, limit, cancellationToken))
        {
            messages.Add(
                message.State is MessageState.Planned or MessageState.Sending
                && await work.FindAsync(order.Shop, NoticeHandler.Name, NoticeHandler.KeyOf(order, message), cancellationToken) is { } item
                    ? Of(message, item)
                    : message);
        }

        return messages;
    }

    private static OrderMessage Of(OrderMessage message, WorkItem item) => item.State switch
    {
        WorkState.Unknown => message with { State = MessageState.Unknown, Detail = item.Reason },
        WorkState.Failed or WorkState.Parked => message with { State = MessageState.Failed, Detail = item.Reason },
        WorkState.Cancelled => message with { State = MessageState.Suppressed, Suppressed = SuppressionReason.Cancelled, Detail = item.Reason },
        _ => message,
    };
}
