namespace SystemLog.Catalogue;

/// <summary>A rule written in code: what must hold, all of it, and of each list one entry; what it then means, and what a merchant reads.</summary>
public sealed record CustomErrorRule
{
    /// <summary>Gets the id, unique among all rules, such as "warehouse.sold-out". It is stored with the issues: do not change it later.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the cause.</summary>
    public required Cause Cause { get; init; }

    /// <summary>Gets who can mend it.</summary>
    public required WhoMustAct WhoMustAct { get; init; }

    /// <summary>Gets whether the same call, unchanged, may succeed later; by default it may not.</summary>
    public bool Retryable { get; init; }

    /// <summary>Gets the provider's codes; by default any.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Gets statuses: "409", or "5xx" for a hundred of them; by default any.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>Gets operations, of <see cref="Catalogue.Operations"/> or the host's own; by default any.</summary>
    public IReadOnlyList<string> Operations { get; init; } = [];

    /// <summary>Gets parts of the names of fields the provider complains about; by default any.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Gets groups of fragments; of each group one must stand in the provider's words, in any case. By default any words.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Words { get; init; } = [];

    /// <summary>Gets fragments of which none may stand in the provider's words.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Gets what a merchant reads, by language ("en", "nb"); where a language is missing English, and without any the cause's own texts.</summary>
    public IReadOnlyDictionary<string, Advice> Texts { get; init; } = new Dictionary<string, Advice>(StringComparer.Ordinal);
}
