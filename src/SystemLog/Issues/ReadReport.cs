using SystemLog.Catalogue;

namespace SystemLog.Issues;

/// <summary>What was read from a report: which issue it belongs to, and what the catalogue needs to explain it.</summary>
/// <param name="Id">The issue.</param>
/// <param name="Grouping">Why it belongs there.</param>
/// <param name="Error">The error for the catalogue.</param>
/// <param name="Facts">What the provider's parser read.</param>
/// <param name="Words">What happened, in the best words there are; not yet redacted.</param>
internal sealed record ReadReport(Fingerprint Id, GroupingFacts Grouping, ProviderError Error, ErrorFacts Facts, string Words);
