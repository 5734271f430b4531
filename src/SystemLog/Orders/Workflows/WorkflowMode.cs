namespace SystemLog.Orders.Workflows;

/// <summary>How a workflow treats changes by hand.</summary>
public enum WorkflowMode
{
    /// <summary>Every way from one status to another is a transition of its own.</summary>
    Strict,

    /// <summary>Staff choose the status.</summary>
    Permissive,
}
