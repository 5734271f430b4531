namespace SystemLog.Orders.Workflows;

/// <summary>A way from one status to another.</summary>
public sealed record Transition
{
    /// <summary>Gets the id, unique in the workflow, such as "A1".</summary>
    public required string Id { get; init; }

    /// <summary>Gets the trigger that sets it off, such as "Approve".</summary>
    public required string Trigger { get; init; }

    /// <summary>Gets whether an order comes into being by it.</summary>
    public bool IsInitial { get; init; }

    /// <summary>Gets whether it leads on from every status.</summary>
    public bool IsFromAny { get; init; }

    /// <summary>Gets the statuses it leads on from; empty where it begins an order.</summary>
    public required IReadOnlyList<string> From { get; init; }

    /// <summary>Gets where it leads: one target, or several statuses of which the guards choose one.</summary>
    public required IReadOnlyList<TransitionTarget> To { get; init; }

    /// <summary>Gets who may set it off.</summary>
    public required TransitionMode Mode { get; init; }

    /// <summary>Gets the rights a person needs.</summary>
    public RightRequirement Right { get; init; } = RightRequirement.None;

    /// <summary>Gets what must hold.</summary>
    public IReadOnlyList<Guard> Guards { get; init; } = [];

    /// <summary>Gets what should hold: where it does not, the preview says so, and the change is made.</summary>
    public IReadOnlyList<Guard> Warnings { get; init; } = [];

    /// <summary>Gets who is told.</summary>
    public IReadOnlyDictionary<Audience, NoticeRule> Notices { get; init; } = new Dictionary<Audience, NoticeRule>();

    /// <summary>Gets what it suggests for the money.</summary>
    public IReadOnlyList<PaymentHintRule> Hints { get; init; } = [];

    /// <summary>Gets whether it goes past the rules of the workflow; the history says so for ever.</summary>
    public bool IsOverride { get; init; }

    /// <summary>Gets whether the order keeps its status: something happened to it that people are told of, such as another time for a booking.</summary>
    public bool IsInternal { get; init; }

    /// <summary>Gets whether the order remembers the status it comes from, for the way back.</summary>
    public bool RemembersStatus { get; init; }

    /// <summary>Gets whether it records an approval.</summary>
    public bool IsApproval { get; init; }

    /// <summary>Gets how long the reason must be that a person gives, in characters; 0 where none is needed.</summary>
    public int ReasonLength => Guards.Select(guard => guard.AsksForReason).DefaultIfEmpty().Max();

    /// <summary>Returns the codes of the statuses to choose among; empty where there is nothing to choose.</summary>
    /// <param name="status">The present status, which is none of them.</param>
    public IReadOnlyList<string> ChoicesFrom(string? status) =>
        [.. To.OfType<TransitionTarget.Chosen>().SelectMany(chosen => chosen.Codes).Where(code => code != status)];

    /// <summary>Returns whether a refusal only says that a person has yet to give a reason or choose a status.</summary>
    public bool IsYetToBeGiven(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return refusal.Code == RefusalCodes.TargetMissing || Guards.Any(guard => guard.AsksForReason > 0 && guard.Reason == refusal.Code);
    }

    /// <summary>Returns what it suggests for the money.</summary>
    public PaymentHint HintFor(PaymentState state, string to)
    {
        foreach (var rule in Hints)
        {
            if (rule.State == state && (rule.To is null || rule.To == to))
            {
                return rule.Hint;
            }
        }

        return PaymentHint.None;
    }

    /// <inheritdoc />
    public override string ToString() => $"{Id} {Trigger}";
}
