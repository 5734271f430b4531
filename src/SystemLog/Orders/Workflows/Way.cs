namespace SystemLog.Orders.Workflows;

/// <summary>One way from a status to another, as a transition opens it.</summary>
/// <param name="From">The status; null where the order comes into being.</param>
/// <param name="To">The status it leads to.</param>
/// <param name="Transition">The transition.</param>
internal sealed record Way(string? From, string To, Transition Transition)
{
    /// <summary>Returns every way of a workflow, but those past its rules: an override leads from anywhere to anywhere.</summary>
    public static IReadOnlyList<Way> AllOf(IReadOnlyList<OrderStatus> statuses, IReadOnlyList<Transition> transitions)
    {
        IReadOnlyList<string> codes = [.. statuses.Select(status => status.Code)];
        return
        [
            .. from transition in transitions
               where !transition.IsOverride
               from start in transition.IsInitial ? [null] : (transition.IsFromAny ? codes : transition.From).Cast<string?>()
               from target in transition.To
               from end in EndsOf(target).Where(end => target is TransitionTarget.Status || end != start)
               select new Way(start, end, transition),
        ];
    }

    private static IReadOnlyList<string> EndsOf(TransitionTarget target) => target switch
    {
        TransitionTarget.Status status => [status.Code],
        TransitionTarget.Previous previous => previous.Codes,
        TransitionTarget.Chosen chosen => chosen.Codes,
        _ => [],
    };
}
