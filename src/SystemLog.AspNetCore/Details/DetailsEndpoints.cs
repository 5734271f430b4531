using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SystemLog.AspNetCore.Badge;
using SystemLog.AspNetCore.Http;
using SystemLog.AspNetCore.Shell;
using SystemLog.Issues;

namespace SystemLog.AspNetCore.Details;

/// <summary>One issue: what happened, what to do, and what a person does about it.</summary>
internal static class DetailsEndpoints
{
    private const int MaxComment = 4_000;
    private const int MaxMuteDays = 366;

    public static void MapDetails(this RouteGroupBuilder panel)
    {
        panel.Get("/issues/{id}", ShowAsync);
        panel.Post("/issues/{id}/solve", SolveAsync);
        panel.Post("/issues/{id}/reopen", ReopenAsync);
        panel.Post("/issues/{id}/assign", AssignAsync);
        panel.Post("/issues/{id}/mute", MuteAsync);
        panel.Post("/issues/{id}/comment", CommentAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, string id, DetailsReader reader, UntreatedCounts counts)
    {
        var panel = PanelRequest.Of(http);
        if (!Fingerprint.TryParse(id, out var issue) || await reader.ReadAsync(panel, issue, http.RequestAborted) is not { } model)
        {
            return TypedResults.NotFound();
        }

        panel.Title = $"{model.Advice.Title} · {panel.Format.Subject(model.Issue.Subject)}";
        return await PanelPage.ShowAsync<DetailsPage, DetailsModel>(panel, model, counts);
    }

    private static Task<IResult> SolveAsync(HttpContext http, string id, IssueLog log, PanelChanges changes) =>
        ActAsync(http, id, changes, (panel, issue, form) => (NoticeKind.Solved, () =>
            log.SolveAsync(panel.Shop.Id, issue, panel.User.Actor, FormText.Note(form["note"]), http.RequestAborted)));

    private static Task<IResult> ReopenAsync(HttpContext http, string id, IssueLog log, PanelChanges changes) =>
        ActAsync(http, id, changes, (panel, issue, _) => (NoticeKind.Reopened, () =>
            log.ReopenAsync(panel.Shop.Id, issue, panel.User.Actor, http.RequestAborted)));

    private static Task<IResult> AssignAsync(HttpContext http, string id, IssueLog log, PanelChanges changes) =>
        ActAsync(http, id, changes, (panel, issue, form) =>
        {
            var to = form["to"] == "me" ? panel.User.Actor : null;
            return (to is null ? NoticeKind.Unassigned : NoticeKind.Assigned, () =>
                log.AssignAsync(panel.Shop.Id, issue, panel.User.Actor, to, http.RequestAborted));
        });

    private static Task<IResult> MuteAsync(HttpContext http, string id, IssueLog log, PanelChanges changes) =>
        ActAsync(http, id, changes, (panel, issue, form) => ReadUntil(panel, form["for"], form["until"], out var until)
            ? (until is null ? NoticeKind.Unmuted : NoticeKind.Muted, () =>
                log.MuteAsync(panel.Shop.Id, issue, panel.User.Actor, until, http.RequestAborted))
            : null);

    private static async Task<IResult> CommentAsync(
        HttpContext http, string id, IssueLog log, PanelChanges changes, DetailsReader reader, UntreatedCounts counts)
    {
        var panel = PanelRequest.Of(http);
        var text = (await http.Request.ReadFormAsync(http.RequestAborted))["text"].ToString().Trim();
        if (panel.MaySolve && text.Length is 0 or > MaxComment
            && Fingerprint.TryParse(id, out var issue) && await reader.ReadAsync(panel, issue, http.RequestAborted) is { } model)
        {
            panel.Title = model.Advice.Title;
            return await PanelPage.ShowAsync<DetailsPage, DetailsModel>(panel, model with { RefusedComment = text }, counts, StatusCodes.Status400BadRequest);
        }

        return await ActAsync(http, id, changes, (_, these, _) => (NoticeKind.Commented, () =>
            log.CommentAsync(panel.Shop.Id, these.Issues[0], panel.User.Actor, text, http.RequestAborted)));
    }

    /// <summary>Reads the form and applies what it asks for; null means that it asks for nothing that can be done.</summary>
    private static async Task<IResult> ActAsync(
        HttpContext http, string id, PanelChanges changes,
        Func<PanelRequest, IssueSelection.These, IFormCollection, (NoticeKind Kind, Func<Task<int>> Change)?> read)
    {
        var panel = PanelRequest.Of(http);
        if (!Fingerprint.TryParse(id, out var issue))
        {
            return TypedResults.NotFound();
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return read(panel, new([issue]), form) is { } wanted
            ? await changes.ApplyAsync(panel, wanted.Kind, form["back"], wanted.Change)
            : TypedResults.BadRequest();
    }

    private static bool ReadUntil(PanelRequest panel, string? length, string? day, out DateTimeOffset? until)
    {
        var now = panel.Format.Now;
        until = length switch
        {
            "day" => now.AddDays(1),
            "week" => now.AddDays(7),
            "date" when DateOnly.TryParseExact(day, "yyyy-MM-dd", out var date)
                && date > panel.Format.Today && date < panel.Format.Today.AddDays(MaxMuteDays) => panel.Format.StartOf(date),
            _ => null,
        };
        return until is not null || length == "none";
    }
}
