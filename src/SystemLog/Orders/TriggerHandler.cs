using System.Text.Json;
using SystemLog.Orders.Workflows;
using SystemLog.Work;

namespace SystemLog.Orders;

/// <summary>Does what came in while its order was in an error: waits until the order is back, and then in the order in which it came.</summary>
internal sealed class TriggerHandler(IOrderStore store, WorkflowDirectory workflows, Lazy<OrderService> orders) : IWorkHandler
{
    /// <summary>The kind of work. Stored: never change it.</summary>
    public const string Name = "order-trigger";

    public WorkKind Kind { get; } = new(Name);

    /// <summary>Returns the key of items that run one after the other: the triggers of an order, and its way back.</summary>
    public static string OrderKeyOf(OrderRef order) => OrderWork.OrderKeyOf(Name, order);

    /// <summary>Returns the work of a trigger that waits.</summary>
    public static NewWork WorkOf(OrderRef order, WaitingTrigger trigger, DateTimeOffset now) => new()
    {
        Shop = order.Shop,
        Kind = Name,
        Key = trigger.CommandId,
        Subject = order.Subject,
        DueAt = now,
        OrderKey = OrderKeyOf(order),
        Payload = JsonSerializer.Serialize(trigger, OrderWorkJson.Default.WaitingTrigger),
    };

    public async Task<WorkOutcome> HandleAsync(WorkContext work, CancellationToken cancellationToken)
    {
        var order = new OrderRef(work.Item.Shop, work.Item.Subject!.Value);
        var waiting = JsonSerializer.Deserialize(work.Item.Payload, OrderWorkJson.Default.WaitingTrigger)!;
        if (await store.FindAsync(order, connection: null, cancellationToken) is not { } state)
        {
            return new WorkOutcome.Failed("There is no such order.");
        }

        if (workflows.Of(order).Find(state.Status)?.Role == StatusRole.Faulted)
        {
            return new WorkOutcome.Parked("Waits until the order is back from its error.");
        }

        var options = new ChangeOptions
        {
            To = waiting.To,
            Reason = waiting.Reason,
            CommandId = waiting.CommandId,
            CorrelationId = waiting.CorrelationId,
        };
        return await orders.Value.ApplyAsync(order, waiting.Trigger, waiting.By.ToActor(), options, cancellationToken) switch
        {
            ChangeResult.Refused refused => new WorkOutcome.Failed($"{waiting.Trigger} is not allowed: {string.Join(", ", refused.Reasons)}."),
            ChangeResult.Conflict => new WorkOutcome.TryAgain("The order changed meanwhile."),
            _ => new WorkOutcome.Done(),
        };
    }
}
