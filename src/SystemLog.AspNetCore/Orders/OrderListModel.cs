using SystemLog.Orders;
using SystemLog.Orders.Workflows;
using SystemLog.Subjects;

namespace SystemLog.AspNetCore.Orders;

/// <summary>What the list of orders shows.</summary>
internal sealed record OrderListModel(OrderListQuery Query, string SubjectType, OrderWorkflow Workflow, OrderPage Page)
{
    public required bool IsFirstPage { get; init; }

    /// <summary>Gets whether only those are listed whose status is not defined any more.</summary>
    public bool ShowsOrphans { get; init; }

    /// <summary>Gets the types of subject that have a workflow in the shop.</summary>
    public required IReadOnlyList<string> Types { get; init; }

    /// <summary>Gets how many of the listed type have a status that is not defined any more.</summary>
    public required int Orphans { get; init; }

    /// <summary>Gets how many issues of the orders on the page are untreated.</summary>
    public required IReadOnlyDictionary<SubjectRef, int> Issues { get; init; }
}
