namespace SystemLog.Orders;

/// <summary>What came of an import.</summary>
/// <param name="Imported">How many orders are new.</param>
/// <param name="AlreadyThere">How many were there already, and are as they were.</param>
/// <param name="Refused">Those whose status the workflow does not know, the first 1,000 with the status each has.</param>
/// <param name="RefusedCount">How many those are.</param>
public sealed record OrderImportResult(int Imported, int AlreadyThere, IReadOnlyList<(OrderRef Order, string Status)> Refused, int RefusedCount);
