using System.Data.Common;
using SystemLog.Orders.Notices;
using SystemLog.Orders.Workflows;
using SystemLog.Storage;

namespace SystemLog.Orders;

/// <summary>Keeps orders, their history and what was decided about messages. Every method is one transaction and works at READ COMMITTED.</summary>
/// <remarks>
/// Every method throws <see cref="StorageException"/> when the database gives no proper answer. A connection that is given is the host's own, with
/// its transaction open, or one that the storage handed out: what is written on it is there when that transaction commits;
/// <see cref="ArgumentException"/> where the storage cannot write through it.
/// </remarks>
public interface IOrderStore
{
    /// <summary>Returns an order; null where there is none.</summary>
    Task<OrderState?> FindAsync(OrderRef order, DbConnection? connection = null, CancellationToken cancellationToken = default);

    /// <summary>Returns the change that a command made; null where there is none.</summary>
    Task<StatusChange?> FindCommandAsync(string shop, string commandId, DbConnection? connection = null, CancellationToken cancellationToken = default);

    /// <summary>Saves a change: the state from the version before, the change, the messages and the work. One whose order, change number or command is
    /// there already saves nothing.</summary>
    Task<OrderSaved> SaveAsync(OrderWrite write, DbConnection? connection = null, CancellationToken cancellationToken = default);

    /// <summary>Takes orders over with their first change; those that are there already are passed over.</summary>
    /// <returns>How many are new.</returns>
    Task<int> ImportAsync(IReadOnlyList<OrderWrite> orders, CancellationToken cancellationToken = default);

    /// <summary>Keeps what the host tells of an order, unless it was last modified before what is kept.</summary>
    /// <returns>Whether there is such an order and this is the newest.</returns>
    Task<bool> UpdateSnapshotAsync(
        OrderSnapshot snapshot, DateTimeOffset at, DbConnection? connection = null, CancellationToken cancellationToken = default);

    /// <summary>Turns the messages of an order on or off, and notes it in the timeline.</summary>
    /// <returns>Whether there is such an order and it was set differently.</returns>
    Task<bool> SwitchMessagesAsync(OrderRef order, bool on, (Actor Actor, DateTimeOffset At) by, CancellationToken cancellationToken = default);

    /// <summary>Keeps that the goods have left, and notes it in the timeline. Said again, the later word counts.</summary>
    /// <returns>Whether there is such an order and this is new.</returns>
    Task<bool> HandOverAsync(OrderRef order, HandOver handOver, CancellationToken cancellationToken = default);

    /// <summary>Notes something in the timeline of an order.</summary>
    /// <returns>Whether there is such an order.</returns>
    Task<bool> NoteAsync(OrderRef order, string text, (Actor Actor, DateTimeOffset At) by, CancellationToken cancellationToken = default);

    /// <summary>Moves a message on, from one state to another.</summary>
    /// <param name="order">The order.</param>
    /// <param name="from">The message in the state it must be in.</param>
    /// <param name="to">The message as it is to be.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>Whether it was in that state.</returns>
    Task<bool> MoveMessageAsync(OrderRef order, OrderMessage from, OrderMessage to, CancellationToken cancellationToken = default);

    /// <summary>Returns the messages of a cause.</summary>
    Task<IReadOnlyList<OrderMessage>> MessagesOfAsync(
        OrderRef order, string cause, DbConnection? connection = null, CancellationToken cancellationToken = default);

    /// <summary>Returns the newest change; null where there is none.</summary>
    Task<StatusChange?> LastChangeAsync(OrderRef order, DbConnection? connection = null, CancellationToken cancellationToken = default);
}
