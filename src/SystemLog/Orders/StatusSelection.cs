namespace SystemLog.Orders;

/// <summary>Statuses of a workflow, or all but these.</summary>
/// <param name="Workflow">The name of the workflow.</param>
/// <param name="Codes">The codes.</param>
/// <param name="IsAllBut">Whether every status but these is meant, also one that is not defined any more.</param>
public sealed record StatusSelection(string Workflow, IReadOnlyList<string> Codes, bool IsAllBut = false);
