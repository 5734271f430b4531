namespace SystemLog.Orders.Workflows;

/// <summary>Finds what keeps a workflow from working.</summary>
internal static class WorkflowCheck
{
    /// <summary>Returns every fault; none for a workflow that works.</summary>
    public static IReadOnlyList<string> FaultsOf(WorkflowDraft draft)
    {
        if (draft.Statuses.Count == 0)
        {
            return ["It has no status."];
        }

        IReadOnlyList<string> faults = [.. NamesOf(draft), .. ReferencesOf(draft), .. draft.Transitions.SelectMany(transition => ShapeOf(draft, transition))];

        // Where the parts do not fit together, what follows from them would only be noise.
        return faults.Count > 0 ? faults : [.. BeginningOf(draft), .. PathCheck.FaultsOf(draft), .. GuardCheck.FaultsOf(draft)];
    }

    /// <summary>Returns what has no label in a language.</summary>
    /// <param name="workflow">The workflow.</param>
    /// <param name="languages">The languages in which the host speaks.</param>
    public static IReadOnlyList<string> MissingLabels(OrderWorkflow workflow, IReadOnlyList<string> languages) =>
    [
        .. from status in workflow.Statuses
           from language in languages
           where status.Labels.GetValueOrDefault(language) is not { } label || string.IsNullOrWhiteSpace(label.Staff) || string.IsNullOrWhiteSpace(label.Customer)
           select $"The status '{status.Code}' of {workflow.Name} has no label in '{language}'.",
        .. from trigger in workflow.Triggers
           from language in languages
           where string.IsNullOrWhiteSpace(trigger.Labels.GetValueOrDefault(language))
           select $"The trigger '{trigger.Name}' of {workflow.Name} has no label in '{language}'.",
    ];

    private static IEnumerable<string> NamesOf(WorkflowDraft draft)
    {
        var codes = draft.Statuses.GroupBy(status => status.Code, StringComparer.Ordinal).Where(same => same.Count() > 1);
        var ids = draft.Transitions.GroupBy(transition => transition.Id, StringComparer.Ordinal).Where(same => same.Count() > 1);
        var spellings =
            from status in draft.Statuses.DistinctBy(status => status.Code)
            from spelling in Spellings.AllOf(status)
            group (Spelling: spelling, status.Code) by Spellings.Normal(spelling) into same
            where same.Select(pair => pair.Code).Distinct(StringComparer.Ordinal).Skip(1).Any()
            select same.ToList();
        return codes.Select(same => $"Two statuses have the code '{same.Key}'.")
            .Concat(ids.Select(same => $"Two transitions have the id '{same.Key}'."))
            .Concat(spellings.Select(same => $"'{same[^1].Spelling}' names both {string.Join(" and ", same.Select(pair => $"'{pair.Code}'").Distinct(StringComparer.Ordinal))}."));
    }

    private static IEnumerable<string> ReferencesOf(WorkflowDraft draft)
    {
        var codes = draft.Statuses.Select(status => status.Code).ToHashSet(StringComparer.Ordinal);
        return
            from transition in draft.Transitions
            from reference in transition.From.Select(code => (Code: code, Words: "leads on from"))
                .Concat(transition.To.OfType<TransitionTarget.Status>().Select(target => (target.Code, Words: "leads to")))
                .Concat(transition.To.OfType<TransitionTarget.Chosen>().SelectMany(target => target.Codes).Select(code => (Code: code, Words: "lets choose")))
                .Concat(transition.Hints.Where(hint => hint.To is not null).Select(hint => (Code: hint.To!, Words: "suggests something for")))
            where !codes.Contains(reference.Code)
            select $"{transition} {reference.Words} '{reference.Code}', which is no status.";
    }

    private static IEnumerable<string> ShapeOf(WorkflowDraft draft, Transition transition)
    {
        if (!transition.IsInitial && !transition.IsFromAny && transition.From.Count == 0)
        {
            yield return $"{transition} leads on from nowhere: name a status, FromNew or FromAny.";
        }

        if (transition.IsInitial && (transition.IsFromAny || transition.From.Count > 0))
        {
            yield return $"{transition} both begins orders and leads on from statuses: make two transitions of it.";
        }

        if (transition.To.Count == 0)
        {
            yield return $"{transition} leads nowhere: name a status, ToPrevious or ToChosen.";
        }

        if (transition.To.OfType<TransitionTarget.Previous>().Any() && !draft.Transitions.Any(other => other.RemembersStatus))
        {
            yield return $"{transition} leads back to the status before, which no transition remembers.";
        }

        foreach (var fault in StayingOf(draft, transition))
        {
            yield return fault;
        }
    }

    /// <summary>Only a transition that says so keeps the status, and then it does nothing else.</summary>
    private static IEnumerable<string> StayingOf(WorkflowDraft draft, Transition transition)
    {
        var starts = transition.IsFromAny ? draft.Statuses.Select(status => status.Code) : transition.From;
        var targets = transition.To.OfType<TransitionTarget.Status>().Select(target => target.Code).ToList();
        if (!transition.IsInternal)
        {
            return starts.Intersect(targets, StringComparer.Ordinal).Select(code => $"{transition} leads from '{code}' to itself, which only an internal one may.");
        }

        return !transition.IsInitial && transition.To.Count == 1 && starts.SequenceEqual(targets)
            ? []
            : [$"{transition} is internal, but does not keep its one status."];
    }

    private static IEnumerable<string> BeginningOf(WorkflowDraft draft)
    {
        var triggers = draft.Transitions.Where(transition => transition.IsInitial).Select(transition => transition.Trigger).Distinct(StringComparer.Ordinal).ToList();
        return triggers.Count switch
        {
            0 => ["No transition begins an order."],
            1 => [],
            _ => [$"Orders begin by several triggers: {string.Join(", ", triggers)}. One is needed."],
        };
    }
}
