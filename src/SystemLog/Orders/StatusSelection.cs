namespace SystemLog.Orders;

/// <summary>Statuses of a type of subject, or all but these.</summary>
/// <param name="SubjectType">The type of subject, such as "order".</param>
/// <param name="Codes">The codes.</param>
/// <param name="IsAllBut">Whether every status but these is meant, also one that is not defined any more.</param>
public sealed record StatusSelection(string SubjectType, IReadOnlyList<string> Codes, bool IsAllBut = false);
