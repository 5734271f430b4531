using SystemLog.Orders.Notices;
using SystemLog.Storage;
using SystemLog.Subjects;

namespace SystemLog.Orders;

/// <summary>Reads orders.</summary>
/// <remarks>Every method throws <see cref="StorageException"/> when the database gives no proper answer.</remarks>
public interface IOrderQueries
{
    /// <summary>Returns orders, the newest placed first.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="filter">Which.</param>
    /// <param name="size">How many, 1 to 200.</param>
    /// <param name="after">The key the page before ended with; null for the first page.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<OrderPage> ListAsync(string shop, OrderFilter filter, int size, PageKey? after = null, CancellationToken cancellationToken = default);

    /// <summary>Returns the changes of an order, newest first.</summary>
    /// <param name="order">The order.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="before">Only those with a smaller number; null for the newest.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<IReadOnlyList<StatusChange>> HistoryAsync(OrderRef order, int limit, long? before = null, CancellationToken cancellationToken = default);

    /// <summary>Returns what was decided about messages of an order, newest first, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<OrderMessage>> MessagesAsync(OrderRef order, int limit, CancellationToken cancellationToken = default);

    /// <summary>Returns the codes of the statuses that the orders of a shop are in, of every type of subject. Costs what there are of codes, not of
    /// orders.</summary>
    Task<IReadOnlyList<string>> StatusesAsync(string shop, CancellationToken cancellationToken = default);

    /// <summary>Returns orders in one of these statuses, by their numbers.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="choice">The type of subject, the statuses, and whether those are the ones looked for or those left out.</param>
    /// <param name="size">How many, 1 to 1,000.</param>
    /// <param name="after">The order the page before ended with; null for the first page.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<IReadOnlyList<OrderState>> InStatusesAsync(
        string shop, StatusSelection choice, int size, SubjectRef? after = null, CancellationToken cancellationToken = default);
}
