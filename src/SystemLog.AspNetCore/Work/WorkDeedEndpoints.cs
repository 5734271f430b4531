using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SystemLog.AspNetCore.Access;
using SystemLog.AspNetCore.Badge;
using SystemLog.AspNetCore.Http;
using SystemLog.AspNetCore.Shell;
using SystemLog.Work;

namespace SystemLog.AspNetCore.Work;

/// <summary>What a person decides about an item of work: to run it again, or to cancel it.</summary>
internal static class WorkDeedEndpoints
{
    public static void MapWorkDeeds(this RouteGroupBuilder panel)
    {
        panel.Get("/work/items/{id:long}/run-again", ConfirmAsync);
        panel.Post("/work/items/{id:long}/run-again", RunAgainAsync);
        panel.Post("/work/items/{id:long}/cancel", CancelAsync);
    }

    /// <summary>Says what may happen twice, before an item runs again of which nobody knows whether it was done.</summary>
    private static async Task<IResult> ConfirmAsync(HttpContext http, long id, WorkReader reader, UntreatedCounts counts)
    {
        var panel = PanelRequest.Of(http);
        if (!panel.MayOperate)
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (await reader.FindAsync(panel, id, http.RequestAborted) is not { } model)
        {
            return TypedResults.NotFound();
        }

        panel.Title = panel.Texts.Work.ConfirmTitle;
        return model.Item.State == WorkState.Unknown
            ? await PanelPage.ShowAsync<ConfirmRunPage, WorkItemModel>(panel, model, counts)
            : TypedResults.LocalRedirect(panel.Paths.WorkItem(id));
    }

    private static Task<IResult> RunAgainAsync(HttpContext http, long id, IWorkQueries queries, WorkEngine engine, PanelChanges changes) =>
        DecideAsync(http, id, queries, async (panel, item, form) =>
        {
            if (item.State == WorkState.Unknown && form["twice"] != "1")
            {
                return TypedResults.LocalRedirect(panel.Paths.WorkAct(id, "run-again"));
            }

            // What has been attempted since the page was drawn is another decision than the one on it.
            var asShown = form["attempts"] == item.Attempts.ToString(CultureInfo.InvariantCulture);
            return await changes.ApplyAsync(
                panel,
                NoticeKind.WorkRunAgain,
                panel.Paths.WorkItem(id),
                async () => asShown && await engine.RunAgainAsync(item, panel.User.Actor, http.RequestAborted) ? 1 : 0,
                SystemLogRights.Operate);
        });

    private static Task<IResult> CancelAsync(HttpContext http, long id, IWorkQueries queries, WorkEngine engine, PanelChanges changes) =>
        DecideAsync(http, id, queries, (panel, item, _) => changes.ApplyAsync(
            panel,
            NoticeKind.WorkCancelled,
            panel.Paths.WorkItem(id),
            async () => await engine.CancelAsync(item, panel.User.Actor, http.RequestAborted) ? 1 : 0,
            SystemLogRights.Operate));

    private static async Task<IResult> DecideAsync(
        HttpContext http, long id, IWorkQueries queries, Func<PanelRequest, WorkItem, IFormCollection, Task<IResult>> decide)
    {
        var panel = PanelRequest.Of(http);
        if (!panel.MayOperate)
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        return await queries.FindAsync(panel.Shop.Id, id, http.RequestAborted) is { } item
            ? await decide(panel, item, await http.Request.ReadFormAsync(http.RequestAborted))
            : TypedResults.NotFound();
    }
}
