using SystemLog.AspNetCore.Http;
using SystemLog.Orders;
using SystemLog.Orders.Workflows;
using SystemLog.Subjects;

namespace SystemLog.AspNetCore.Orders;

/// <summary>Reads what the page of an order shows.</summary>
internal sealed class OrderReader(OrderDesk desk)
{
    /// <summary>How much of the history and of the messages is shown.</summary>
    public const int Listed = 200;

    /// <summary>Returns the order; null for a subject without a workflow, or one that nobody tracks.</summary>
    public async Task<OrderModel?> FindAsync(PanelRequest panel, SubjectRef subject, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(panel.Shop.Id, subject, cancellationToken) is not (var state, var workflow))
        {
            return null;
        }

        var history = await desk.Queries.HistoryAsync(state.Order, Listed, before: null, cancellationToken);
        return new(state, workflow)
        {
            Choices = await desk.Service.ChoicesAsync(state, panel.User.Actor, cancellationToken),
            History = history,
            Messages = await desk.Queries.MessagesAsync(state.Order, Listed, cancellationToken),
            Path = OrderPath.Of(state, workflow, history, FactsOf(panel, state)),
            MayManage = await desk.MayManageAsync(state.Order, panel.User.Actor, cancellationToken),
            Show = Enum.TryParse<TimelineView>(panel.Http.Request.Query["show"], ignoreCase: true, out var view) && Enum.IsDefined(view) ? view : TimelineView.All,
        };
    }

    private TransitionFacts FactsOf(PanelRequest panel, OrderState state) => new()
    {
        Order = state.Snapshot,
        Actor = Actor.System,
        Now = panel.Format.Now,
        Policy = desk.Service.PolicyOf(state),
        IsApproved = state.IsApproved,
        WasPlacedByApprover = state.WasPlacedByApprover,
        StatusSince = state.StatusSince,
    };
}
