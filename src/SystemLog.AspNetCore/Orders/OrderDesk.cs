using SystemLog.Orders;
using SystemLog.Orders.Workflows;
using SystemLog.Subjects;

namespace SystemLog.AspNetCore.Orders;

/// <summary>Where the pages get orders; empty where the host has added no workflow.</summary>
internal sealed class OrderDesk(OrderService? service, IOrderQueries? queries, IRightsChecker rights)
{
    /// <exception cref="InvalidOperationException">No workflow was added; <see cref="IsIn"/> says so first.</exception>
    public OrderService Service => service ?? throw new InvalidOperationException("No workflow was added.");

    /// <exception cref="InvalidOperationException">No workflow was added; <see cref="IsIn"/> says so first.</exception>
    public IOrderQueries Queries => queries ?? throw new InvalidOperationException("No workflow was added.");

    /// <summary>Returns whether any type of subject has a workflow in the shop.</summary>
    public bool IsIn(string shop) => WorkflowsIn(shop).Count > 0;

    public IReadOnlyList<(string SubjectType, OrderWorkflow Workflow)> WorkflowsIn(string shop) => service?.WorkflowsIn(shop) ?? [];

    /// <summary>Returns an order with its workflow; null for what the shop does not have, or has no workflow for.</summary>
    public async Task<(OrderState State, OrderWorkflow Workflow)?> FindAsync(string shop, SubjectRef subject, CancellationToken cancellationToken)
    {
        var (_, workflow) = WorkflowsIn(shop).FirstOrDefault(one => one.SubjectType == subject.Type);
        return workflow is not null && await Service.FindAsync(new(shop, subject), cancellationToken) is { } state ? (state, workflow) : null;
    }

    /// <summary>Returns whether somebody may see to an order beside its status: switch its messages, say that it has left.</summary>
    public ValueTask<bool> MayManageAsync(OrderRef order, Actor actor, CancellationToken cancellationToken) =>
        rights.HasAsync(order.Shop, actor, OrderRights.OrderManager, order.Subject, cancellationToken);
}
