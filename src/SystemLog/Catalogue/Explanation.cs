namespace SystemLog.Catalogue;

/// <summary>What an error means, apart from any language.</summary>
public sealed record Explanation
{
    /// <summary>Gets the cause.</summary>
    public required Cause Cause { get; init; }

    /// <summary>Gets the family of the cause.</summary>
    public required CauseFamily Family { get; init; }

    /// <summary>Gets whether the same call, unchanged, may succeed later.</summary>
    public required bool Retryable { get; init; }

    /// <summary>Gets who can mend it.</summary>
    public required WhoMustAct WhoMustAct { get; init; }

    /// <summary>Gets how sure this is.</summary>
    public required Match Match { get; init; }

    /// <summary>Gets the id of the rule that matched, such as "klarna.capture-not-allowed"; null where none did.</summary>
    public string? Rule { get; init; }

    /// <summary>Gets values from the error that the advice mentions, by name.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = EmptyValues;

    /// <summary>Gets what the parser read.</summary>
    public ErrorFacts Facts { get; init; } = ErrorFacts.None;

    /// <summary>Gets the dictionary of no values.</summary>
    public static IReadOnlyDictionary<string, string> EmptyValues { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
