using System.Text.Json;
using SystemLog.Orders.Workflows;
using SystemLog.Work;

namespace SystemLog.Orders;

/// <summary>Tells the host of changes of status, for one order in their order.</summary>
internal sealed class StatusSinkHandler(IEnumerable<IOrderStatusSink> sinks) : IWorkHandler
{
    /// <summary>The kind of work. Stored: never change it.</summary>
    public const string Name = "order-status";

    public WorkKind Kind { get; } = new(Name);

    /// <summary>Returns the work that tells of a change.</summary>
    public static NewWork WorkOf(OrderState state, StatusChange change, OrderWorkflow workflow)
    {
        var news = new StatusNews(change.Sequence, change.To, workflow.Find(change.To)?.HostCode ?? change.To, change.At, change.Actor.Name);
        return OrderWork.After(state.Order, change, Name) with { Payload = JsonSerializer.Serialize(news, OrderWorkJson.Default.StatusNews) };
    }

    public async Task<WorkOutcome> HandleAsync(WorkContext work, CancellationToken cancellationToken)
    {
        if (sinks.FirstOrDefault() is not { } sink)
        {
            return new WorkOutcome.Parked("The host takes no changes of status any more: AddOrderStatusSink<T>() is missing.");
        }

        var news = JsonSerializer.Deserialize(work.Item.Payload, OrderWorkJson.Default.StatusNews)!;
        var order = new OrderRef(work.Item.Shop, work.Item.Subject!.Value);
        await sink.ApplyAsync(new(order, news.Version, news.Status, news.HostStatus, news.At, news.ActorName), cancellationToken);
        return new WorkOutcome.Done();
    }
}
