using SystemLog.Orders.Workflows;
using SystemLog.Storage;

namespace SystemLog.Orders.Customers;

/// <summary>What a customer may see: the customer's own orders, with the customer's words, and nothing of anybody else's.</summary>
public sealed class CustomerOrders
{
    private const int MostSteps = 50;

    private readonly IOrderQueries _queries;
    private readonly WorkflowDirectory _workflows;

    internal CustomerOrders(IOrderQueries queries, WorkflowDirectory workflows)
    {
        _queries = queries;
        _workflows = workflows;
    }

    /// <summary>Returns the orders of a customer, the newest placed first.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="customerId">The id by which the host knows the customer.</param>
    /// <param name="language">The language of the labels, such as "nb".</param>
    /// <param name="after">The key the page before ended with; null for the first page of 20.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="StorageException">The database gave no proper answer.</exception>
    public async Task<Page<CustomerOrder>> ListAsync(
        string shop, string customerId, string language, PageKey? after = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(shop);
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        ArgumentException.ThrowIfNullOrWhiteSpace(language);
        var page = await _queries.ListAsync(shop, new() { CustomerId = customerId }, size: 20, after, cancellationToken);
        var orders = new List<CustomerOrder>();
        foreach (var state in page.Items)
        {
            if (_workflows.Find(shop, state.Order.Subject.Type) is { } workflow
                && Of(state, workflow, await _queries.HistoryAsync(state.Order, MostSteps, before: null, cancellationToken), language) is { } order)
            {
                orders.Add(order);
            }
        }

        return new(orders, page.Next);
    }

    private static CustomerOrder? Of(OrderState state, OrderWorkflow workflow, IReadOnlyList<StatusChange> history, string language)
    {
        var steps = history
            .Select(change => (change, status: workflow.Find(change.To)))
            .Where(step => step.status is { IsShownToCustomer: true })
            .Select(step => new CustomerOrderStep(step.status!.LabelIn(language).Customer, step.change.At, step.change.CustomerNote))
            .ToList();
        return steps.Count == 0 ? null : new()
        {
            Subject = state.Order.Subject,
            PlacedAt = state.Snapshot.PlacedAt,
            Total = state.Snapshot.Total,
            Status = steps[0].Status,
            Since = steps[0].At,
            History = steps,
            Carrier = state.HandedOver?.Carrier,
            TrackingNumber = state.HandedOver?.TrackingNumber,
        };
    }
}
