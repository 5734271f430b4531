using System.Data.Common;

namespace SystemLog.Orders;

/// <summary>Takes many orders over in two statements.</summary>
internal sealed class OrderImport(RelationalDatabase database)
{
    private readonly BulkStatement<OrderWrite> _states = database.Bulk(
        """
        insert into systemlog.order_state ($columns) $values
        on conflict do nothing
        returning shop_id, subject_type, subject_number
        """,
        OrderColumns.Stored());

    private readonly BulkStatement<OrderWrite> _changes = database.Bulk(
        "insert into systemlog.status_change ($columns) $values on conflict do nothing", ChangeRow.Stored());

    /// <summary>Takes over those that are new and returns how many they are.</summary>
    /// <exception cref="ArgumentException">The id of a command is there already.</exception>
    public async Task<int> RunAsync(DbConnection connection, IReadOnlyList<OrderWrite> orders, CancellationToken cancellationToken)
    {
        var taken = (await database.QueryAsync(
            connection, _states, InLockOrder(orders),
            reader => new OrderRef(reader.GetString(0), new(reader.GetString(1), reader.GetString(2))),
            cancellationToken)).ToHashSet();
        var changes = orders.DistinctBy(write => write.State.Order).Where(write => taken.Contains(write.State.Order)).ToList();
        if (await database.ExecuteAsync(connection, _changes, changes, cancellationToken) < changes.Count)
        {
            throw new ArgumentException("The id of a command is there already.", nameof(orders));
        }

        return changes.Count;
    }

    // Two who take over the same orders at once wait for each other at the first, not crosswise.
    private static List<OrderWrite> InLockOrder(IReadOnlyList<OrderWrite> orders) =>
    [
        .. orders.DistinctBy(write => write.State.Order)
            .OrderBy(write => write.State.Order.Shop, StringComparer.Ordinal)
            .ThenBy(write => write.State.Order.Subject.Number, StringComparer.Ordinal)
            .ThenBy(write => write.State.Order.Subject.Type, StringComparer.Ordinal),
    ];
}
