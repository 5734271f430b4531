namespace SystemLog.Catalogue;

/// <summary>What a parser read from a failing answer, before any judgement.</summary>
public sealed record ErrorFacts
{
    /// <summary>Gets facts of which nothing is known.</summary>
    public static ErrorFacts None { get; } = new();

    /// <summary>Gets the provider's code, such as "CAPTURE_NOT_ALLOWED" or "18000".</summary>
    public string? Code { get; init; }

    /// <summary>Gets the id by which the provider's support finds the call.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Gets the provider's messages in its order, without markup.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>
    /// Gets whether the messages hold all of the body that counts, so that rules do not look at the rest: the addresses, ids and set phrases
    /// around the answer.
    /// </summary>
    public bool CoverBody { get; init; }

    /// <summary>Gets the fields the provider complains about.</summary>
    public IReadOnlyList<FieldFault> Fields { get; init; } = [];

    /// <summary>Gets the field faults and messages as one line, what is particular first; empty where the provider said nothing readable.</summary>
    public string Text => string.Join("; ", Fields.Select(fault => fault.ToString()).Concat(Messages).Distinct(StringComparer.Ordinal));
}
