namespace SystemLog.Orders.Workflows;

/// <summary>Puts what a decision found into reasons.</summary>
internal static class RefusalList
{
    public static IReadOnlyList<Refusal> Of(OrderWorkflow workflow, Candidate? candidate, TransitionFault fault, ulong unmet, string? status)
    {
        if (fault == TransitionFault.None && unmet == 0)
        {
            return [];
        }

        var refusals = new List<Refusal>();
        foreach (var (kind, refusal) in Faults(workflow, candidate, status))
        {
            if (fault.HasFlag(kind))
            {
                refusals.Add(refusal());
            }
        }

        for (var i = 0; i < (candidate?.Guards.Length ?? 0); i++)
        {
            if ((unmet & (1UL << i)) != 0)
            {
                refusals.Add(new(candidate!.Guards[i].Reason));
            }
        }

        return refusals;
    }

    private static (TransitionFault Kind, Func<Refusal> Refusal)[] Faults(OrderWorkflow workflow, Candidate? candidate, string? status) =>
    [
        (TransitionFault.UnknownTrigger, () => new(RefusalCodes.UnknownTrigger, [.. workflow.Triggers.Select(trigger => trigger.Name)])),
        (TransitionFault.OrphanStatus, () => new(RefusalCodes.OrphanStatus, [status ?? ""])),
        (TransitionFault.NotDefined, () => new(RefusalCodes.TransitionNotDefined, [status ?? "(new)"])),
        (TransitionFault.TargetMissing, () => new(RefusalCodes.TargetMissing, candidate!.Transition.ChoicesFrom(status))),
        (TransitionFault.UnknownTarget, () => new(RefusalCodes.UnknownStatus, [.. workflow.Statuses.Select(known => known.Code)])),
        (TransitionFault.TargetNotAllowed, () => new(RefusalCodes.TargetNotAllowed, candidate!.Transition.ChoicesFrom(status))),
        (TransitionFault.StatusBeforeUnknown, () => new(RefusalCodes.StatusBeforeUnknown)),
        (TransitionFault.OnlyAutomatic, () => new(RefusalCodes.OnlyAutomatic)),
        (TransitionFault.OnlyManual, () => new(RefusalCodes.OnlyManual)),
        (TransitionFault.MissingRight, () => new(RefusalCodes.MissingRight, candidate!.Transition.Right.Names)),
    ];
}
