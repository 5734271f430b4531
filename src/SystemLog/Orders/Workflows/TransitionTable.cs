namespace SystemLog.Orders.Workflows;

/// <summary>Lays the transitions of a workflow out by status and trigger.</summary>
internal static class TransitionTable
{
    /// <summary>Returns the candidates by row (the first is of orders that do not exist yet) and trigger.</summary>
    public static Candidate[]?[] Of(OrderWorkflow workflow)
    {
        var triggers = workflow.Triggers.Count;
        var table = new Candidate[]?[(workflow.Statuses.Count + 1) * triggers];
        for (var column = 0; column < triggers; column++)
        {
            var name = workflow.Triggers[column].Name;
            table[column] = Candidates(workflow, name, transition => transition.IsInitial);
            for (var row = 0; row < workflow.Statuses.Count; row++)
            {
                var code = workflow.Statuses[row].Code;
                table[((row + 1) * triggers) + column] = Candidates(workflow, name, transition => transition.IsFromAny || transition.From.Contains(code));
            }
        }

        return table;
    }

    /// <summary>Returns the candidates for an order whose status is not defined any more.</summary>
    public static Candidate[]? OfOrphan(OrderWorkflow workflow, string trigger) =>
        Candidates(workflow, trigger, transition => transition.IsFromAny);

    private static Candidate[]? Candidates(OrderWorkflow workflow, string trigger, Func<Transition, bool> leadsOn)
    {
        Candidate[] found =
        [
            .. from transition in workflow.Transitions
               where transition.Trigger == trigger && leadsOn(transition)
               from target in transition.To
               select new Candidate(transition, target, target is TransitionTarget.Status status ? workflow.Find(status.Code) : null),
        ];
        return found.Length == 0 ? null : found;
    }
}
