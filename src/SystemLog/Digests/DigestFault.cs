namespace SystemLog.Digests;

/// <summary>Why settings are not saved.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Value">The value that is.</param>
public sealed record DigestFault(DigestFaultKind Kind, string Value);
