using SystemLog.Storage;
using SystemLog.Work;

namespace SystemLog.Orders;

/// <summary>Sets off what waited for an order to come back from its error.</summary>
internal sealed class ResumedHandler(IWorkStore store, IWorkQueries queries) : IWorkHandler
{
    /// <summary>The kind of work. Stored: never change it.</summary>
    public const string Name = "order-resumed";

    private const int ReadAtOnce = 200;

    public WorkKind Kind { get; } = new(Name);

    /// <summary>Returns the work that follows a way back. It runs behind every trigger that came before it, so that none waits unseen.</summary>
    public static NewWork WorkOf(OrderRef order, StatusChange change) =>
        OrderWork.After(order, change, Name) with { OrderKey = TriggerHandler.OrderKeyOf(order) };

    public async Task<WorkOutcome> HandleAsync(WorkContext work, CancellationToken cancellationToken)
    {
        PageKey? after = null;
        do
        {
            var page = await queries.ListAsync(work.Item.Shop, new(TriggerHandler.Name, WorkState.Parked), after, ReadAtOnce, cancellationToken);
            foreach (var waiting in page.Items.Where(item => item.Subject == work.Item.Subject))
            {
                await store.RunAgainAsync(waiting.Shop, waiting.Id, Actor.System, cancellationToken);
            }

            after = page.Next;
        }
        while (after is not null);
        return new WorkOutcome.Done();
    }
}
