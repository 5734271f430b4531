using SystemLog.Orders;
using SystemLog.Orders.Workflows;

namespace SystemLog.AspNetCore.Orders;

/// <summary>Works out an order's way through its workflow: where it was, where it is, and where it goes when nothing comes between. Pure.</summary>
internal static class OrderPath
{
    private const int MostAhead = 6;

    // The way from the order to the shelf. A role that is not here is a way out, and nobody plans it.
    private static readonly StatusRole[] s_onward =
    [
        StatusRole.AwaitingPayment, StatusRole.AwaitingApproval, StatusRole.New, StatusRole.InProgress, StatusRole.Ready, StatusRole.Fulfilled,
        StatusRole.Invoiced, StatusRole.Archived,
    ];

    /// <summary>Returns the way.</summary>
    /// <param name="state">The order.</param>
    /// <param name="workflow">Its workflow.</param>
    /// <param name="history">Its changes, newest first.</param>
    /// <param name="facts">What guards look at when two ways are as good.</param>
    public static IReadOnlyList<PathStep> Of(OrderState state, OrderWorkflow workflow, IEnumerable<StatusChange> history, TransitionFacts facts)
    {
        var was = history.Reverse()
            .DistinctBy(change => change.To)
            .Where(change => change.To != state.Status)
            .Select(change => new PathStep(change.To, workflow.Find(change.To), PathPlace.Was, change.At));
        var now = new PathStep(state.Status, workflow.Find(state.Status), PathPlace.Now, state.StatusSince);
        return [.. was, now, .. Ahead(state, workflow, facts)];
    }

    private static IEnumerable<PathStep> Ahead(OrderState state, OrderWorkflow workflow, TransitionFacts facts)
    {
        var at = workflow.Find(state.Status);
        if (at?.Role == StatusRole.Faulted && workflow.Find(state.StatusBeforeError) is { } before)
        {
            yield return new(before.Code, before, PathPlace.Ahead, At: null);
            at = before;
        }

        for (var step = 0; step < MostAhead && at is not null; step++)
        {
            at = After(at, workflow, facts);
            if (at is not null)
            {
                yield return new(at.Code, at, PathPlace.Ahead, At: null);
            }
        }
    }

    private static OrderStatus? After(OrderStatus from, OrderWorkflow workflow, TransitionFacts facts) =>
        from.Role is StatusRole.Cancelled or StatusRole.Rejected or StatusRole.Faulted
            ? null
            : workflow.Transitions
                .Where(way => !way.IsOverride && !way.IsInternal && way.From.Contains(from.Code))
                .SelectMany(way => way.To.SelectMany(target => Targets(way, target, facts)))
                .Select(way => (Status: workflow.Find(way.Code)!, way.Unmet))
                .Where(way => RankOf(way.Status.Role) > RankOf(from.Role) && !IsPassedOver(way.Status.Role, facts))
                .OrderBy(way => RankOf(way.Status.Role)).ThenBy(way => way.Unmet).ThenBy(way => way.Status.Priority)
                .Select(way => way.Status)
                .FirstOrDefault();

    private static IEnumerable<(string Code, int Unmet)> Targets(Transition way, TransitionTarget target, TransitionFacts facts) => target switch
    {
        TransitionTarget.Status status => [(status.Code, way.Guards.Concat(status.When).Count(guard => !guard.IsMet(facts)))],
        TransitionTarget.Chosen chosen => chosen.Codes.Select(code => (code, way.Guards.Count(guard => !guard.IsMet(facts)))),
        _ => [],
    };

    private static int RankOf(StatusRole role) => Array.IndexOf(s_onward, role == StatusRole.PaymentFailed ? StatusRole.AwaitingPayment : role);

    private static bool IsPassedOver(StatusRole role, TransitionFacts facts) => role switch
    {
        StatusRole.AwaitingApproval => !facts.Policy.UsesApproval.Value || facts.IsApproved || facts.WasPlacedByApprover,
        StatusRole.InProgress or StatusRole.Ready => !facts.Order.NeedsProduction,
        StatusRole.Invoiced => !facts.Order.ExpectsInvoice,
        _ => false,
    };
}
