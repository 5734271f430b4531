using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SystemLog.AspNetCore.Badge;
using SystemLog.AspNetCore.Http;
using SystemLog.AspNetCore.Overview;
using SystemLog.AspNetCore.Shell;
using SystemLog.Catalogue;
using SystemLog.Issues;

namespace SystemLog.AspNetCore.Causes;

/// <summary>The overview grouped by cause: one failing provider touches many orders.</summary>
internal static class CauseEndpoints
{
    private const int Shown = 8;

    public static void MapCauses(this RouteGroupBuilder panel)
    {
        panel.Get("/causes", ListAsync);
        panel.Get("/causes/solve", ConfirmAsync);
        panel.Post("/causes/solve", SolveAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext http, IssueLog log, ErrorCatalogue catalogue, WatchedSources sources, UntreatedCounts counts)
    {
        var panel = PanelRequest.Of(http);
        panel.Title = panel.Texts.ByCause;
        var query = IssueQuery.Read(http.Request.Query);
        var groups = await log.GroupByCauseAsync(panel.Shop.Id, query.ToFilter(panel), http.RequestAborted);
        var dropped = await log.DroppedAsync(panel.Shop.Id, http.RequestAborted);
        var model = new CausesModel(query, groups, dropped) { Catalogue = catalogue, Sources = sources.All };
        return await PanelPage.ShowAsync<CausesPage, CausesModel>(panel, model, counts);
    }

    private static async Task<IResult> ConfirmAsync(HttpContext http, IssueLog log, ErrorCatalogue catalogue, UntreatedCounts counts)
    {
        var panel = PanelRequest.Of(http);
        var query = IssueQuery.Read(http.Request.Query);
        var asOf = panel.Format.Now.ToUnixTimeMilliseconds();
        if (!panel.MaySolve)
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (KeyOf(query) is not { } key)
        {
            return TypedResults.NotFound();
        }

        var group = (await log.GroupByCauseAsync(panel.Shop.Id, query.ToFilter(panel), http.RequestAborted)).FirstOrDefault(group => group.Key == key);
        if (group is null)
        {
            return TypedResults.LocalRedirect(panel.Paths.Causes);
        }

        var first = await log.ListAsync(panel.Shop.Id, query.ToFilter(panel), size: Shown, cancellationToken: http.RequestAborted);
        var advice = catalogue.Describe(key.Source, key.Cause, group.Rule, group.Values, panel.Format.Culture);
        panel.Title = panel.Texts.SolveAllTitle;
        return await PanelPage.ShowAsync<SolveCausePage, SolveCauseModel>(panel, new(query, group, first.Items, advice, asOf), counts);
    }

    private static async Task<IResult> SolveAsync(HttpContext http, IssueLog log, PanelChanges changes)
    {
        var panel = PanelRequest.Of(http);
        var query = IssueQuery.Read(http.Request.Query);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (KeyOf(query) is not { } key || !FormTime.TryRead(form["asOf"], panel.Format.Now, out var asOf))
        {
            return TypedResults.BadRequest();
        }

        return await changes.ApplyAsync(panel, NoticeKind.Solved, panel.Paths.Causes, () => log.SolveAsync(
            panel.Shop.Id, new IssueSelection.OfCause(key, query.ToFilter(panel), asOf), panel.User.Actor, FormText.Note(form["note"]), http.RequestAborted));
    }

    private static CauseKey? KeyOf(IssueQuery query) =>
        query is { Source: { } source, Operation: { } operation, Cause: { } cause, Code: { } code }
            ? new(source, operation, cause, code.Length == 0 ? null : code)
            : null;
}
