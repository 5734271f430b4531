using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SystemLog.AspNetCore.Badge;
using SystemLog.AspNetCore.Http;
using SystemLog.AspNetCore.Shell;
using SystemLog.Issues;
using SystemLog.Orders;
using SystemLog.Storage;

namespace SystemLog.AspNetCore.Orders;

/// <summary>The orders of a shop with their status.</summary>
internal static class OrderListEndpoints
{
    public static void MapOrderList(this RouteGroupBuilder panel) => panel.Get("/orders", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext http, OrderDesk desk, OrphanCounts orphans, IssueLog log, UntreatedCounts counts)
    {
        var panel = PanelRequest.Of(http);
        var shop = panel.Shop.Id;
        if (desk.WorkflowsIn(shop) is not { Count: > 0 } workflows)
        {
            return TypedResults.NotFound();
        }

        var (query, workflow) = OrderListQuery.Read(http.Request.Query, workflows);
        var type = query.Type ?? workflows[0].SubjectType;
        var ofOrphans = http.Request.Query["orphans"] == "1";
        var first = !PageKey.TryParse(http.Request.Query["after"], out var after);
        var page = ofOrphans
            ? await OrphansAsync(desk, shop, type, http.RequestAborted)
            : await desk.Queries.ListAsync(shop, query.ToFilter(type, workflow), panel.Options.PageSize, after, http.RequestAborted);
        panel.Title = panel.Texts.Orders.Title;
        var model = new OrderListModel(query, type, workflow, page)
        {
            IsFirstPage = first,
            ShowsOrphans = ofOrphans,
            Types = [.. workflows.Select(one => one.SubjectType)],
            Orphans = ofOrphans ? page.Items.Count : await orphans.OfAsync(desk, shop, type, http.RequestAborted),
            Issues = await log.CountUntreatedOfAsync(shop, [.. page.Items.Select(order => order.Order.Subject)], http.RequestAborted),
        };
        return await PanelPage.ShowAsync<OrderListPage, OrderListModel>(panel, model, counts);
    }

    private static async Task<OrderPage> OrphansAsync(OrderDesk desk, string shop, string type, CancellationToken cancellationToken) => new(
        [.. (await desk.Service.OrphansAsync(shop, cancellationToken)).Where(order => order.Order.Subject.Type == type)], Next: null, Hidden: 0);
}
