namespace SystemLog.Orders.Workflows;

/// <summary>A trigger as it stands for an order now: what a button needs to know.</summary>
public sealed record TransitionChoice
{
    /// <summary>Gets the trigger.</summary>
    public required WorkflowTrigger Trigger { get; init; }

    /// <summary>Gets the transition it would be.</summary>
    public required Transition Transition { get; init; }

    /// <summary>Gets where it leads; null where that has to be chosen.</summary>
    public OrderStatus? To { get; init; }

    /// <summary>Gets the codes of the statuses to choose among; empty where there is nothing to choose.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Gets how long the reason must be that a person gives, in characters; 0 where none is needed.</summary>
    public int ReasonLength { get; init; }

    /// <summary>Gets why it may not be set off, apart from a reason and a status that are yet to be given.</summary>
    public required IReadOnlyList<Refusal> Refusals { get; init; }

    /// <summary>Gets whether it may be set off, once the reason and the status are given.</summary>
    public bool IsAllowed => Refusals.Count == 0;

    internal static TransitionChoice Of(WorkflowTrigger trigger, Transition transition, Decision decision, string status) => new()
    {
        Trigger = trigger,
        Transition = transition,
        To = decision.To,
        Targets = transition.ChoicesFrom(status),
        ReasonLength = transition.ReasonLength,
        Refusals = [.. decision.Refusals(status).Where(refusal => !transition.IsYetToBeGiven(refusal))],
    };
}
