using SystemLog.Catalogue;

namespace SystemLog.Issues;

/// <summary>What issues grouped by cause have in common.</summary>
/// <param name="Source">The source.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Cause">The cause.</param>
/// <param name="Code">The provider's code; null where it gave none.</param>
public sealed record CauseKey(string Source, string Operation, Cause Cause, string? Code);
