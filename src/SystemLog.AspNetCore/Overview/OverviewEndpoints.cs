using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SystemLog.AspNetCore.Badge;
using SystemLog.AspNetCore.Http;
using SystemLog.AspNetCore.Shell;
using SystemLog.AspNetCore.Subjects;
using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Storage;

namespace SystemLog.AspNetCore.Overview;

/// <summary>The work list: the issues that need a hand.</summary>
internal static class OverviewEndpoints
{
    public static void MapOverview(this RouteGroupBuilder panel)
    {
        panel.Get("/", ShowAsync);
        panel.Post("/issues/solve", SolveAsync);
        panel.Post("/undo", UndoAsync);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http, IssueLog log, SubjectLookup lookup, ErrorCatalogue catalogue, WatchedSources sources, UntreatedCounts counts)
    {
        var panel = PanelRequest.Of(http);
        panel.Title = panel.Texts.Overview;
        var query = IssueQuery.Read(http.Request.Query);
        var first = !PageKey.TryParse(http.Request.Query["after"], out var after);
        var page = await log.ListAsync(panel.Shop.Id, query.ToFilter(panel), after, panel.Options.PageSize, http.RequestAborted);
        var subjects = await lookup.FindAsync(panel.Shop.Id, page.Items.Select(issue => issue.Subject), http.RequestAborted);
        var dropped = await log.DroppedAsync(panel.Shop.Id, http.RequestAborted);
        var model = new OverviewModel(query, page, first, subjects, dropped) { Catalogue = catalogue, Sources = sources.All };
        return await PanelPage.ShowAsync<OverviewPage, OverviewModel>(panel, model, counts);
    }

    /// <summary>Ticks off one row (its button names it) or those chosen.</summary>
    private static async Task<IResult> SolveAsync(HttpContext http, IssueLog log, PanelChanges changes)
    {
        var panel = PanelRequest.Of(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var named = form["only"].Count > 0 ? form["only"] : form["id"];
        var ids = named.Where(text => Fingerprint.TryParse(text, out _)).Select(text => Fingerprint.Parse(text!)).Distinct().Take(1_000).ToList();
        return ids.Count == 0
            ? await changes.ApplyAsync(panel, NoticeKind.NothingChosen, form["back"], () => Task.FromResult(0))
            : await changes.ApplyAsync(panel, NoticeKind.Solved, form["back"],
                () => log.SolveAsync(panel.Shop.Id, new IssueSelection.These(ids), panel.User.Actor, cancellationToken: http.RequestAborted));
    }

    private static async Task<IResult> UndoAsync(HttpContext http, IssueLog log, PanelChanges changes)
    {
        var panel = PanelRequest.Of(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return long.TryParse(form["from"], out var from) && long.TryParse(form["until"], out var until) && from >= 0 && until >= from && until - from < 3_600_000
            ? await changes.ApplyAsync(panel, NoticeKind.Undone, form["back"], () => Undoing.ReopenAsync(panel, log, from, until, http.RequestAborted))
            : TypedResults.BadRequest();
    }
}
