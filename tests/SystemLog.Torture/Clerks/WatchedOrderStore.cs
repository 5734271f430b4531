using System.Data.Common;
using SystemLog.Orders;
using SystemLog.Orders.Notices;

namespace SystemLog.Torture.Clerks;

/// <summary>Stands between the orders and the store, and counts the writes that met another's.</summary>
internal sealed class WatchedOrderStore(IOrderStore store, LostWrites lost) : IOrderStore
{
    public async Task<OrderSaved> SaveAsync(OrderWrite write, DbConnection? connection = null, CancellationToken cancellationToken = default)
    {
        var saved = await store.SaveAsync(write, connection, cancellationToken);
        if (saved == OrderSaved.Conflict)
        {
            lost.Add();
        }

        return saved;
    }

    public Task<OrderState?> FindAsync(OrderRef order, DbConnection? connection = null, CancellationToken cancellationToken = default) =>
        store.FindAsync(order, connection, cancellationToken);

    public Task<StatusChange?> FindCommandAsync(
        string shop, string commandId, DbConnection? connection = null, CancellationToken cancellationToken = default) =>
        store.FindCommandAsync(shop, commandId, connection, cancellationToken);

    public Task<int> ImportAsync(IReadOnlyList<OrderWrite> orders, CancellationToken cancellationToken = default) =>
        store.ImportAsync(orders, cancellationToken);

    public Task<bool> UpdateSnapshotAsync(
        OrderSnapshot snapshot, DateTimeOffset at, DbConnection? connection = null, CancellationToken cancellationToken = default) =>
        store.UpdateSnapshotAsync(snapshot, at, connection, cancellationToken);

    public Task<bool> SwitchMessagesAsync(OrderRef order, bool on, (Actor Actor, DateTimeOffset At) by, CancellationToken cancellationToken = default) =>
        store.SwitchMessagesAsync(order, on, by, cancellationToken);

    public Task<bool> HandOverAsync(OrderRef order, HandOver handOver, CancellationToken cancellationToken = default) =>
        store.HandOverAsync(order, handOver, cancellationToken);

    public Task<bool> NoteAsync(OrderRef order, string text, (Actor Actor, DateTimeOffset At) by, CancellationToken cancellationToken = default) =>
        store.NoteAsync(order, text, by, cancellationToken);

    public Task<bool> MoveMessageAsync(OrderRef order, OrderMessage from, OrderMessage to, CancellationToken cancellationToken = default) =>
        store.MoveMessageAsync(order, from, to, cancellationToken);

    public Task<IReadOnlyList<OrderMessage>> MessagesOfAsync(
        OrderRef order, string cause, DbConnection? connection = null, CancellationToken cancellationToken = default) =>
        store.MessagesOfAsync(order, cause, connection, cancellationToken);

    public Task<StatusChange?> LastChangeAsync(OrderRef order, DbConnection? connection = null, CancellationToken cancellationToken = default) =>
        store.LastChangeAsync(order, connection, cancellationToken);
}
