using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SystemLog.AspNetCore.Badge;
using SystemLog.AspNetCore.Http;
using SystemLog.AspNetCore.Overview;
using SystemLog.AspNetCore.Shell;
using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Storage;

namespace SystemLog.AspNetCore.History;

/// <summary>What was solved, by whom, when and how.</summary>
internal static class HistoryEndpoints
{
    public static void MapHistory(this RouteGroupBuilder panel) => panel.Get("/history", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext http, IssueLog log, ErrorCatalogue catalogue, WatchedSources sources, UntreatedCounts counts)
    {
        var panel = PanelRequest.Of(http);
        panel.Title = panel.Texts.History;
        var query = IssueQuery.Read(http.Request.Query);
        var first = !PageKey.TryParse(http.Request.Query["after"], out var after);
        var filter = query.ToFilter(panel) with { State = null, IncludeMuted = true };
        var page = await log.HistoryAsync(panel.Shop.Id, filter, after, panel.Options.PageSize, http.RequestAborted);
        return await PanelPage.ShowAsync<HistoryPage, HistoryModel>(panel, new(query, page, first, catalogue, sources.All), counts);
    }
}
