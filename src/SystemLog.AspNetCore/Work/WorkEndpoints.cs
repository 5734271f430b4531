using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SystemLog.AspNetCore.Badge;
using SystemLog.AspNetCore.Http;
using SystemLog.AspNetCore.Shell;
using SystemLog.Storage;
using SystemLog.Work;

namespace SystemLog.AspNetCore.Work;

/// <summary>What runs in the background: how it stands, its items, and one of them.</summary>
internal static class WorkEndpoints
{
    private const int LongestKind = 200;

    public static void MapWork(this RouteGroupBuilder panel)
    {
        // A kind may hold what does not survive in a path, and the filter's form sends it in the query.
        panel.Get("/work", ShowAsync);
        panel.Get("/work/{kind}", ListAsync);
        panel.Get("/work/items/{id:long}", ItemAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, WorkReader reader, UntreatedCounts counts)
    {
        if (http.Request.Query["kind"] is [{ Length: > 0 } kind, ..])
        {
            return await ListAsync(http, kind, reader, counts);
        }

        var panel = PanelRequest.Of(http);
        panel.Title = panel.Texts.Work.Title;
        return await PanelPage.ShowAsync<WorkPage, WorkModel>(panel, await reader.KindsAsync(panel, http.RequestAborted), counts);
    }

    private static async Task<IResult> ListAsync(HttpContext http, string kind, WorkReader reader, UntreatedCounts counts)
    {
        var panel = PanelRequest.Of(http);
        var filter = new WorkFilter(kind, StateOf(http.Request.Query["state"]));
        _ = PageKey.TryParse(http.Request.Query["after"], out var after);
        if (kind.Length > LongestKind || await reader.ListAsync(panel, filter, after, http.RequestAborted) is not { } model)
        {
            return TypedResults.NotFound();
        }

        panel.Title = panel.Format.WorkKind(kind);
        return await PanelPage.ShowAsync<WorkListPage, WorkListModel>(panel, model, counts);
    }

    private static async Task<IResult> ItemAsync(HttpContext http, long id, WorkReader reader, UntreatedCounts counts)
    {
        var panel = PanelRequest.Of(http);
        if (await reader.FindAsync(panel, id, http.RequestAborted) is not { } model)
        {
            return TypedResults.NotFound();
        }

        panel.Title = $"{panel.Format.WorkKind(model.Item.Kind)} · {Texts.PanelFormat.Plain(model.Item.Key)}";
        return await PanelPage.ShowAsync<WorkItemPage, WorkItemModel>(panel, model, counts);
    }

    private static WorkState? StateOf(string? name) =>
        Enum.TryParse<WorkState>(name, out var state) && Enum.IsDefined(state) && !char.IsAsciiDigit(name![0]) ? state : null;
}
