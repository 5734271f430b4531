using SystemLog.Issues;
using SystemLog.Orders.Policies;
using SystemLog.Orders.Workflows;

namespace SystemLog.Orders;

/// <summary>Gathers what a decision about an order looks at.</summary>
internal sealed class OrderFactsReader(IRightsChecker rights, IIssueQueries issues, OrderPolicies policies, TimeProvider time)
{
    private const int CountedIssues = 100;

    /// <summary>Gathers the facts for some of a workflow's transitions.</summary>
    public async Task<TransitionFacts> ReadAsync(
        OrderState state, (Actor Actor, ChangeOptions Options) wish, IReadOnlyList<Transition> transitions, CancellationToken cancellationToken)
    {
        var looksAtIssues = transitions.Any(transition => transition.Guards.Concat(transition.Warnings).Any(guard => guard.LooksAtIssues));
        return new()
        {
            Order = state.Snapshot,
            Actor = wish.Actor,
            Now = time.GetUtcNow(),
            Policy = policies.Of(state.Snapshot),
            Rights = await RightsAsync(state, wish.Actor, transitions, cancellationToken),
            Reason = wish.Options.Reason,
            Chosen = wish.Options.To,
            Issue = wish.Options.Issue,
            IsApproved = state.IsApproved,
            WasPlacedByApprover = state.WasPlacedByApprover,
            StatusBeforeError = state.StatusBeforeError,
            StatusSince = state.StatusSince,
            OpenIssues = looksAtIssues ? await OpenIssuesAsync(state.Order, cancellationToken) : 0,
        };
    }

    /// <summary>Returns the facts for an order that is not there yet.</summary>
    public async Task<TransitionFacts> ReadNewAsync(OrderSnapshot snapshot, CancellationToken cancellationToken)
    {
        var actor = snapshot.PlacedBy ?? Actor.System;
        var mayApprove = snapshot.PlacedByApprover
            ?? (actor.IsPerson && await rights.HasAsync(snapshot.Shop, actor, OrderRights.Approver, snapshot.Subject, cancellationToken));
        return new()
        {
            Order = snapshot,
            Actor = actor,
            Now = time.GetUtcNow(),
            Policy = policies.Of(snapshot),
            WasPlacedByApprover = mayApprove,
        };
    }

    /// <summary>Returns how an order is treated.</summary>
    public EffectivePolicy PolicyOf(OrderSnapshot order) => policies.Of(order);

    private async Task<IReadOnlySet<string>> RightsAsync(
        OrderState state, Actor actor, IReadOnlyList<Transition> transitions, CancellationToken cancellationToken)
    {
        var held = new HashSet<string>(StringComparer.Ordinal);
        if (!actor.IsPerson)
        {
            return held;
        }

        foreach (var right in transitions.SelectMany(transition => transition.Right.Names).Distinct(StringComparer.Ordinal))
        {
            if (right == OrderRights.CustomerSelf
                ? actor.Kind == ActorKind.Customer && state.Snapshot.Customer.Id == actor.Id
                : await rights.HasAsync(state.Order.Shop, actor, right, state.Order.Subject, cancellationToken))
            {
                held.Add(right);
            }
        }

        return held;
    }

    private async Task<int> OpenIssuesAsync(OrderRef order, CancellationToken cancellationToken)
    {
        var filter = new IssueFilter
        {
            State = IssueState.Open,
            SubjectType = order.Subject.Type,
            SubjectNumber = order.Subject.Number,
            IncludeMuted = true,
        };
        return (await issues.ListAsync(order.Shop, filter, new(time.GetUtcNow(), CountedIssues), cancellationToken)).Items.Count;
    }
}
