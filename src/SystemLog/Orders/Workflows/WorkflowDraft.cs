namespace SystemLog.Orders.Workflows;

/// <summary>A workflow that is not checked yet.</summary>
internal sealed record WorkflowDraft(
    string Name,
    WorkflowMode Mode,
    IReadOnlyList<OrderStatus> Statuses,
    IReadOnlyList<Transition> Transitions,
    IReadOnlyList<WorkflowTrigger> Triggers)
{
    /// <summary>Checks it and makes it a workflow.</summary>
    /// <exception cref="ArgumentException">It cannot work; the message names every fault.</exception>
    public OrderWorkflow Build()
    {
        var faults = WorkflowCheck.FaultsOf(this);
        return faults.Count == 0
            ? new OrderWorkflow(this)
            : throw new ArgumentException($"The workflow '{Name}' cannot work:{string.Concat(faults.Select(fault => $"{Environment.NewLine}- {fault}"))}");
    }
}
