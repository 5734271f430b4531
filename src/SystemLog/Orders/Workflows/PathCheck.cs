namespace SystemLog.Orders.Workflows;

/// <summary>Finds statuses of a workflow that no order reaches, or that none leaves.</summary>
internal static class PathCheck
{
    public static IEnumerable<string> FaultsOf(WorkflowDraft draft)
    {
        var ways = Way.AllOf(draft.Statuses, draft.Transitions).Where(way => way.From != way.To).ToList();
        var reached = Closure(ways.Where(way => way.From is null).Select(way => way.To), ways.ToLookup(way => way.From ?? "", way => way.To));
        var ending = Closure(
            draft.Statuses.Where(status => status.MayEnd).Select(status => status.Code), ways.ToLookup(way => way.To, way => way.From ?? ""));
        foreach (var status in draft.Statuses)
        {
            if (!reached.Contains(status.Code))
            {
                yield return $"No order ever reaches the status '{status.Code}'.";
            }

            if (!ending.Contains(status.Code))
            {
                yield return ways.Exists(way => way.From == status.Code)
                    ? $"From '{status.Code}' no status is reached in which orders may end."
                    : $"Nothing leads on from '{status.Code}', and orders may not end there.";
            }
        }
    }

    private static HashSet<string> Closure(IEnumerable<string> beginnings, ILookup<string, string> next)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(beginnings);
        while (open.TryDequeue(out var code))
        {
            if (found.Add(code))
            {
                foreach (var other in next[code])
                {
                    open.Enqueue(other);
                }
            }
        }

        return found;
    }
}
