namespace SystemLog.Orders.Workflows;

/// <summary>A transition with one of its targets, ready to be decided.</summary>
internal sealed class Candidate
{
    public Candidate(Transition transition, TransitionTarget target, OrderStatus? to)
    {
        Transition = transition;
        Target = target;
        To = to;
        Guards = [.. transition.Guards, .. target is TransitionTarget.Status status ? status.When : []];
    }

    public Transition Transition { get; }

    public TransitionTarget Target { get; }

    /// <summary>The status it leads to; null where that is chosen or remembered.</summary>
    public OrderStatus? To { get; }

    public Guard[] Guards { get; }
}
