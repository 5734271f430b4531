using SystemLog.Orders.Policies;

namespace SystemLog.Orders.Workflows;

/// <summary>All that a decision about an order looks at.</summary>
public sealed record TransitionFacts
{
    // Few, and mostly the very strings that the workflow names: a set would read every letter of them in every decision.
    private readonly string[] _rights = [];

    /// <summary>Gets the order as the host last told of it.</summary>
    public required OrderSnapshot Order { get; init; }

    /// <summary>Gets who wants the change.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Gets the time.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Gets how the order is treated.</summary>
    public EffectivePolicy Policy { get; init; } = EffectivePolicy.BuiltIn;

    /// <summary>Gets the rights of a person, which count as they are written.</summary>
    public IReadOnlySet<string> Rights
    {
        get;
        init => (field, _rights) = (value, [.. value]);
    } = new HashSet<string>();

    /// <summary>Gets the reason that was given.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the status that was chosen, where the transition leaves it open.</summary>
    public string? Chosen { get; init; }

    /// <summary>Gets the issue that the change is about.</summary>
    public string? Issue { get; init; }

    /// <summary>Gets whether the order was approved.</summary>
    public bool IsApproved { get; init; }

    /// <summary>Gets whether who placed the order may approve orders.</summary>
    public bool WasPlacedByApprover { get; init; }

    /// <summary>Gets the status before the error.</summary>
    public string? StatusBeforeError { get; init; }

    /// <summary>Gets since when the order has its status.</summary>
    public DateTimeOffset StatusSince { get; init; }

    /// <summary>Gets how many of its issues are open.</summary>
    public int OpenIssues { get; init; }

    /// <summary>Returns whether the person has a right.</summary>
    internal bool Has(string right)
    {
        foreach (var known in _rights)
        {
            if (string.Equals(known, right, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
