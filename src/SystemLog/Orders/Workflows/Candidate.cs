namespace SystemLog.Orders.Workflows;

/// <summary>A transition with one of its targets, ready to be decided.</summary>
internal sealed class Candidate
{
    /// <summary>How many guards are decided at once: one bit each.</summary>
    public const int MostGuards = 64;

    private readonly Guard[] _guards;
    private readonly string[] _rights;
    private readonly bool _needsAllRights;
    private readonly TransitionMode _mode;

    public Candidate(Transition transition, TransitionTarget target, OrderStatus? to)
    {
        Transition = transition;
        Target = target;
        To = to;
        _guards = [.. GuardsOf(transition, target)];
        _rights = [.. transition.Right.Names];
        _needsAllRights = transition.Right is RightRequirement.AllOf;

        // A person may begin an order, though only the system does it.
        _mode = transition.IsInitial && transition.Mode == TransitionMode.Automatic ? TransitionMode.Either : transition.Mode;
    }

    public Transition Transition { get; }

    public TransitionTarget Target { get; }

    /// <summary>The status it leads to; null where that is chosen or remembered.</summary>
    public OrderStatus? To { get; }

    public ReadOnlySpan<Guard> Guards => _guards;

    /// <summary>Returns what must hold for a transition to lead to a target.</summary>
    public static IEnumerable<Guard> GuardsOf(Transition transition, TransitionTarget target) =>
        target is TransitionTarget.Status status ? transition.Guards.Concat(status.When) : transition.Guards;

    /// <summary>Asks who may set it off, where it leads and every guard.</summary>
    public Decision Decide(OrderWorkflow workflow, string? status, TransitionFacts facts)
    {
        var fault = FaultOfActor(facts);
        var to = To;
        if (to is null)
        {
            (to, var open) = Target is TransitionTarget.Chosen chosen ? Choose(workflow, chosen, status, facts) : Remember(workflow, Target, facts);
            fault |= open;
        }

        var unmet = 0UL;
        var guards = _guards;
        for (var i = 0; i < guards.Length; i++)
        {
            if (!guards[i].IsMet(facts))
            {
                unmet |= 1UL << i;
            }
        }

        return new(workflow, this, to, fault, unmet);
    }

    private TransitionFault FaultOfActor(TransitionFacts facts)
    {
        if (!facts.Actor.IsPerson)
        {
            return _mode == TransitionMode.Manual ? TransitionFault.OnlyManual : TransitionFault.None;
        }

        var fault = _mode == TransitionMode.Automatic ? TransitionFault.OnlyAutomatic : TransitionFault.None;
        return _rights.Length == 0 || IsPermitted(facts) ? fault : fault | TransitionFault.MissingRight;
    }

    private bool IsPermitted(TransitionFacts facts)
    {
        foreach (var right in _rights)
        {
            if (facts.Has(right) != _needsAllRights)
            {
                return !_needsAllRights;
            }
        }

        return _needsAllRights;
    }

    private static (OrderStatus? To, TransitionFault Fault) Remember(OrderWorkflow workflow, TransitionTarget target, TransitionFacts facts) =>
        workflow.Find(facts.StatusBeforeError) is { } before && target is TransitionTarget.Previous previous && previous.Codes.Contains(before.Code)
            ? (before, TransitionFault.None)
            : (null, TransitionFault.StatusBeforeUnknown);

    private static (OrderStatus? To, TransitionFault Fault) Choose(
        OrderWorkflow workflow, TransitionTarget.Chosen chosen, string? status, TransitionFacts facts)
    {
        if (string.IsNullOrWhiteSpace(facts.Chosen))
        {
            return (null, TransitionFault.TargetMissing);
        }

        if (workflow.Find(facts.Chosen) is not { } wanted)
        {
            return (null, TransitionFault.UnknownTarget);
        }

        if (!chosen.Codes.Contains(wanted.Code))
        {
            return (wanted, TransitionFault.TargetNotAllowed);
        }

        return (wanted, wanted.Code == status ? TransitionFault.AlreadyThere : TransitionFault.None);
    }
}
