using SystemLog.Orders;
using SystemLog.Orders.Notices;
using SystemLog.Orders.Workflows;
using SystemLog.Subjects;
using SystemLog.Work;

namespace SystemLog.Conformance.Orders;

/// <summary>Orders of a shop that no other test has, and what is done to them.</summary>
public sealed class OrdersOfOneShop(IStorageFixture storage, string? shop = null)
{
    public string Shop { get; } = shop ?? Any.Shop();

    /// <summary>A new order with its first change: in status New, placed on Monday.</summary>
    public OrderWrite New(SubjectRef? subject = null)
    {
        var order = new OrderRef(Shop, subject ?? Any.Order());
        return new()
        {
            State = new()
            {
                Order = order,
                Workflow = "test",
                Status = "New",
                StatusSince = Any.Monday,
                Version = 1,
                Snapshot = new() { Shop = Shop, Subject = order.Subject, PlacedAt = Any.Monday },
                SnapshotAt = Any.Monday,
            },
            Change = Change(1, null, "New", "Place"),
        };
    }

    /// <summary>A new order that is saved.</summary>
    public async Task<OrderState> SavedAsync(SubjectRef? subject = null, Func<OrderSnapshot, OrderSnapshot>? with = null)
    {
        var write = New(subject);
        write = write with { State = write.State with { Snapshot = with?.Invoke(write.State.Snapshot) ?? write.State.Snapshot } };
        (await storage.Orders.SaveAsync(write)).Should().Be(OrderSaved.Saved);
        return write.State;
    }

    /// <summary>The change of an order to a status.</summary>
    public static OrderWrite To(OrderState state, string status, string? command = null) => new()
    {
        State = state with { Status = status, Version = state.Version + 1, StatusSince = Any.Minute((int)state.Version) },
        Change = Change(state.Version + 1, state.Status, status, "Go", command),
    };

    /// <summary>What keeps the status of an order and tells the customer.</summary>
    public static OrderWrite Kept(OrderState state, string cause) => new() { State = state, Messages = [Message(cause)] };

    public static StatusChange Change(long sequence, string? from, string to, string trigger, string? command = null) => new()
    {
        Sequence = sequence,
        From = from,
        To = to,
        Trigger = trigger,
        Transition = "T1",
        IsAutomatic = false,
        Actor = Any.Clerk,
        At = Any.Minute((int)sequence - 1),
        CommandId = command,
        WorkflowVersion = "v1",
    };

    public static OrderMessage Message(string cause, MessageChannels channel = MessageChannels.Email, MessageState state = MessageState.Planned) => new()
    {
        Cause = cause,
        Audience = Audience.Customer,
        Channel = channel,
        State = state,
        Recipient = "kari@example.com",
        Language = "nb",
        At = Any.Monday,
    };

    public NewWork Work(string key) => new() { Shop = Shop, Kind = "order-mail", Key = key, DueAt = Any.Monday, OrderKey = $"order {key}" };

    public async Task<OrderState> FindAsync(OrderState state) =>
        await storage.Orders.FindAsync(state.Order) ?? throw new InvalidOperationException("The order is not there.");

    public async Task<bool> HasWorkAsync(string key) => await storage.WorkQueries.FindAsync(Shop, "order-mail", key) is not null;

    /// <summary>All that is kept of an order, to see that nothing has changed.</summary>
    public async Task<object> AllOfAsync(OrderState state) => new
    {
        State = await storage.Orders.FindAsync(state.Order),
        History = await storage.OrderQueries.HistoryAsync(state.Order, 100),
        Messages = await storage.OrderQueries.MessagesAsync(state.Order, 100),
        Timeline = await storage.Timeline.OfSubjectAsync(state.Order.Shop, state.Order.Subject, 100),
    };
}
