using SystemLog.Orders.Workflows;

namespace SystemLog.Orders;

/// <summary>Takes over the orders that a shop had before SystemLog came: states and nothing else.</summary>
internal sealed class OrderImporter(IOrderStore store, WorkflowDirectory workflows, ShopDirectory shops, TimeProvider time)
{
    private const int SavedAtOnce = 500;
    private const int RefusedShown = 1_000;

    public async Task<OrderImportResult> ImportAsync(IAsyncEnumerable<ImportedOrder> orders, Actor actor, CancellationToken cancellationToken)
    {
        var (imported, there, refusedCount) = (0, 0, 0);
        var refused = new List<(OrderRef Order, string Status)>();
        var batch = new List<OrderWrite>(SavedAtOnce);
        await foreach (var order in orders.WithCancellation(cancellationToken))
        {
            if (WriteOf(order, actor) is { } write)
            {
                batch.Add(write);
            }
            else if (++refusedCount <= RefusedShown)
            {
                refused.Add((new(order.Snapshot.Shop, order.Snapshot.Subject), order.Status));
            }

            if (batch.Count == SavedAtOnce)
            {
                await SaveAsync();
            }
        }

        await SaveAsync();
        return new(imported, there, refused, refusedCount);

        async Task SaveAsync()
        {
            var isNew = batch.Count == 0 ? 0 : await store.ImportAsync(batch, cancellationToken);
            imported += isNew;
            there += batch.Count - isNew;
            batch.Clear();
        }
    }

    private OrderWrite? WriteOf(ImportedOrder imported, Actor actor)
    {
        shops.Get(imported.Snapshot.Shop);
        var order = new OrderRef(imported.Snapshot.Shop, imported.Snapshot.Subject);
        var workflow = workflows.Of(order);
        return workflow.Find(imported.Status) is { } status ? WriteOf((order, imported), (workflow, status), actor) : null;
    }

    private OrderWrite WriteOf((OrderRef Ref, ImportedOrder Imported) order, (OrderWorkflow Workflow, OrderStatus Status) place, Actor actor) => new()
    {
        State = new()
        {
            Order = order.Ref,
            Workflow = place.Workflow.Name,
            Status = place.Status.Code,
            StatusSince = order.Imported.StatusSince,
            Version = 1,
            Snapshot = order.Imported.Snapshot,
            SnapshotAt = time.GetUtcNow(),
            IsApproved = place.Status.Role is not (StatusRole.AwaitingApproval or StatusRole.AwaitingPayment or StatusRole.PaymentFailed),
            WasPlacedByApprover = order.Imported.Snapshot.PlacedByApprover ?? false,
        },
        Change = new()
        {
            Sequence = 1,
            To = place.Status.Code,
            Trigger = StatusChange.ImportTrigger,
            Transition = "",
            IsAutomatic = true,
            Actor = actor,
            At = order.Imported.StatusSince,
            WorkflowVersion = place.Workflow.Version,
        },
    };
}
