using System.Numerics;

namespace SystemLog.Orders.Workflows;

/// <summary>Whether a trigger may be set off, where it leads, and every reason why not. Deciding has no effect.</summary>
public readonly struct Decision
{
    private readonly OrderWorkflow _workflow;
    private readonly Candidate? _candidate;
    private readonly TransitionFault _fault;
    private readonly ulong _unmet;

    internal Decision(OrderWorkflow workflow, Candidate? candidate, OrderStatus? to, TransitionFault fault, ulong unmet)
    {
        _workflow = workflow;
        _candidate = candidate;
        _fault = fault;
        _unmet = unmet;
        To = to;
    }

    /// <summary>Gets whether it may be set off.</summary>
    public bool IsAllowed => _fault == TransitionFault.None && _unmet == 0;

    /// <summary>Gets whether the order is there already: nothing to do, and nothing wrong.</summary>
    public bool IsAlreadyThere => _fault == TransitionFault.AlreadyThere && _unmet == 0;

    /// <summary>Gets the transition; null where the trigger leads nowhere.</summary>
    public Transition? Transition => _candidate?.Transition;

    /// <summary>Gets where it leads; null where that is not known.</summary>
    public OrderStatus? To { get; }

    /// <summary>Gets how many conditions are not met.</summary>
    internal int Distance => BitOperations.PopCount(_unmet) + BitOperations.PopCount((ulong)_fault);

    /// <summary>Returns every reason why it may not be set off; empty where it may.</summary>
    /// <param name="status">The present status, for the words.</param>
    public IReadOnlyList<Refusal> Refusals(string? status) => RefusalList.Of(_workflow, _candidate, _fault, _unmet, status);
}
