namespace SystemLog.Orders.Workflows;

/// <summary>Finds transitions of a workflow between which its guards do not decide.</summary>
internal static class GuardCheck
{
    public static IEnumerable<string> FaultsOf(WorkflowDraft draft) => TooMany(draft).Concat(Undecided(draft));

    private static IEnumerable<string> TooMany(WorkflowDraft draft) =>
        from transition in draft.Transitions
        let most = transition.To.Max(target => Candidate.GuardsOf(transition, target).Count())
        where most > Candidate.MostGuards
        select $"{transition} has {most} guards; {Candidate.MostGuards} is the most.";

    private static IEnumerable<string> Undecided(WorkflowDraft draft)
    {
        var codes = draft.Statuses.Select(status => (string?)status.Code).Prepend(null);
        var pairs =
            from trigger in draft.Triggers
            from code in codes
            let ways = WaysOn(draft, trigger.Name, code)
            from first in Enumerable.Range(0, ways.Count)
            from second in Enumerable.Range(first + 1, ways.Count - first - 1)
            where !Exclude(ways[first], ways[second])
            select (First: ways[first], Second: ways[second], Words: $"{code ?? "(new)"}: '{trigger.Name}' may be both {Words(ways[first])} and {Words(ways[second])}");
        return pairs.DistinctBy(pair => (pair.First, pair.Second)).Select(pair => $"In {pair.Words}: give them guards of which only one can be met.");
    }

    private static List<(Transition Transition, TransitionTarget Target)> WaysOn(WorkflowDraft draft, string trigger, string? code) =>
    [
        .. from transition in draft.Transitions
           where transition.Trigger == trigger && (code is null ? transition.IsInitial : transition.IsFromAny || transition.From.Contains(code))
           from target in transition.To
           select (transition, target),
    ];

    private static bool Exclude((Transition Transition, TransitionTarget Target) one, (Transition Transition, TransitionTarget Target) other)
    {
        var others = Candidate.GuardsOf(other.Transition, other.Target).ToList();
        return Candidate.GuardsOf(one.Transition, one.Target).Any(guard => others.Exists(guard.Excludes));
    }

    private static string Words((Transition Transition, TransitionTarget Target) way) => way.Target switch
    {
        TransitionTarget.Status status => $"{way.Transition.Id} to {status.Code}",
        TransitionTarget.Previous => $"{way.Transition.Id} back",
        _ => $"{way.Transition.Id} to a chosen status",
    };
}
