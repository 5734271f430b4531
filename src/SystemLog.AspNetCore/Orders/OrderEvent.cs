using System.Globalization;
using SystemLog.Orders;
using SystemLog.Orders.Notices;
using SystemLog.Timeline;

namespace SystemLog.AspNetCore.Orders;

/// <summary>One line of an order's timeline.</summary>
internal abstract record OrderEvent(DateTimeOffset At)
{
    /// <summary>Returns everything that happened to an order in a view, newest first.</summary>
    public static IReadOnlyList<OrderEvent> Of(OrderModel order, IEnumerable<TimelineEntry> entries, TimelineView view)
    {
        IEnumerable<OrderEvent> all =
        [
            .. order.Messages.Select(message => new Told(message, StatusOf(order, message))),
            .. entries.Select(entry => new Noted(entry)),
            .. order.History.Select(change => new Changed(change)),
        ];

        // What a change brought about came after it, and stands above it.
        return [.. all.Where(one => view == TimelineView.All || one.IsIn(view)).OrderByDescending(one => one.At)];
    }

    protected abstract bool IsIn(TimelineView view);

    // What a change caused names its number; what kept the status names something else.
    private static string? StatusOf(OrderModel order, OrderMessage message) => order.History
        .FirstOrDefault(change => change.Sequence.ToString(CultureInfo.InvariantCulture) == message.Cause)?.To;

    /// <summary>The status changed.</summary>
    internal sealed record Changed(StatusChange Change) : OrderEvent(Change.At)
    {
        protected override bool IsIn(TimelineView view) =>
            view == TimelineView.Status || (view == TimelineView.Notes && (Change.InternalNote ?? Change.CustomerNote) is not null);
    }

    /// <summary>It was decided to tell somebody, or not to.</summary>
    /// <param name="Message">The decision.</param>
    /// <param name="About">The status it is about; null where that is not known.</param>
    internal sealed record Told(OrderMessage Message, string? About) : OrderEvent(Message.At)
    {
        protected override bool IsIn(TimelineView view) => view == TimelineView.Messages;
    }

    /// <summary>Something else happened.</summary>
    internal sealed record Noted(TimelineEntry Entry) : OrderEvent(Entry.At)
    {
        protected override bool IsIn(TimelineView view) => view == Entry.Kind switch
        {
            TimelineKind.OrderNoted => TimelineView.Notes,
            TimelineKind.OrderHandedOver => TimelineView.Status,
            TimelineKind.OrderMessagesOn or TimelineKind.OrderMessagesOff => TimelineView.Messages,
            _ => TimelineView.Issues,
        };
    }
}
