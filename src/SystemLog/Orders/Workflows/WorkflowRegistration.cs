namespace SystemLog.Orders.Workflows;

/// <summary>The workflow of a type of subject.</summary>
/// <param name="SubjectType">The type, such as "order".</param>
/// <param name="Workflow">The workflow.</param>
/// <param name="Shop">The only shop it counts for; null for all that have none of their own.</param>
internal sealed record WorkflowRegistration(string SubjectType, OrderWorkflow Workflow, string? Shop);
