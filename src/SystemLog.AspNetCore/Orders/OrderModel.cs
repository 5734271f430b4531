using SystemLog.Orders;
using SystemLog.Orders.Notices;
using SystemLog.Orders.Workflows;

namespace SystemLog.AspNetCore.Orders;

/// <summary>What the page of an order with a workflow shows beside what every subject has.</summary>
internal sealed record OrderModel(OrderState State, OrderWorkflow Workflow)
{
    /// <summary>Gets what can be done, and why the rest cannot.</summary>
    public required IReadOnlyList<TransitionChoice> Choices { get; init; }

    /// <summary>Gets the changes, newest first.</summary>
    public required IReadOnlyList<StatusChange> History { get; init; }

    public required IReadOnlyList<OrderMessage> Messages { get; init; }

    public required IReadOnlyList<PathStep> Path { get; init; }

    /// <summary>Gets whether the person may switch messages and say that the goods have left.</summary>
    public required bool MayManage { get; init; }

    public TimelineView Show { get; init; }
}
