namespace ProviderSandbox.Faults;

/// <summary>What the plan of faults must know of a provider that is to fail.</summary>
internal interface IFailing
{
    Provider Provider { get; }

    IReadOnlyList<string> OperationNames { get; }

    /// <summary>The operation that fails where a fault names none; null where it may be any.</summary>
    string? OperationOf(FaultKind kind);

    /// <summary>Why the provider cannot fail in this way, or null.</summary>
    string? WhyNot(FaultKind kind);
}
