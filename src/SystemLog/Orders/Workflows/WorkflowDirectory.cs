namespace SystemLog.Orders.Workflows;

/// <summary>Knows which workflow a type of subject has in a shop.</summary>
internal sealed class WorkflowDirectory(IEnumerable<WorkflowRegistration> registrations)
{
    public IReadOnlyList<WorkflowRegistration> All { get; } = [.. registrations];

    /// <summary>Returns the workflow: the shop's own, or that of all shops.</summary>
    /// <exception cref="ArgumentException">The type of subject has none.</exception>
    public OrderWorkflow Of(OrderRef order) =>
        Find(order.Shop, order.Subject.Type)
        ?? throw new ArgumentException(
            $"'{order.Subject.Type}' has no workflow. Add one with AddWorkflow(\"{order.Subject.Type}\", OrderWorkflow.Impleo) or another.", nameof(order));

    /// <summary>Returns the workflow, or null for none.</summary>
    public OrderWorkflow? Find(string shop, string subjectType) =>
        All.Where(one => one.SubjectType == subjectType && (one.Shop is null || one.Shop == shop)).MaxBy(one => one.Shop is null ? 0 : 1)?.Workflow;

    /// <summary>Returns the types of subject that have a workflow in a shop.</summary>
    public IReadOnlyList<(string SubjectType, OrderWorkflow Workflow)> In(string shop) =>
    [
        .. All.Where(one => one.Shop is null || one.Shop == shop).Select(one => one.SubjectType).Distinct(StringComparer.Ordinal)
            .Select(type => (type, Find(shop, type)!)),
    ];
}
