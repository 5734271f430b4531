using SystemLog.Orders;
using SystemLog.Orders.Policies;
using SystemLog.Orders.Workflows;

namespace SystemLog.AspNetCore.Orders;

/// <summary>How an order is treated, and which setting decided that.</summary>
/// <param name="State">The order.</param>
/// <param name="Workflow">Its workflow.</param>
/// <param name="Policy">The settings in force.</param>
/// <param name="Choices">What can be set off now, and what cannot.</param>
internal sealed record PolicyModel(OrderState State, OrderWorkflow Workflow, EffectivePolicy Policy, IReadOnlyList<TransitionChoice> Choices);
