using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SystemLog.AspNetCore.Badge;
using SystemLog.AspNetCore.Http;
using SystemLog.AspNetCore.Shell;
using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Subjects;
using SystemLog.Timeline;

namespace SystemLog.AspNetCore.Subjects;

/// <summary>The page of an order, booking or other subject: its facts, its issues, what happened.</summary>
internal static class SubjectEndpoints
{
    private const int Listed = 200;

    public static void MapSubjects(this RouteGroupBuilder panel)
    {
        panel.Get("/subjects/{type}/{number}", ShowByPathAsync);

        // A number may hold a slash or a dot, which do not survive in a path.
        panel.Get("/subjects", ShowByQueryAsync);
        panel.Post("/subjects/solve", SolveAsync);
    }

    private static Task<IResult> ShowByPathAsync(
        HttpContext http, string type, string number, IssueLog log, ITimelineStore timeline, SubjectLookup lookup, ErrorCatalogue catalogue, UntreatedCounts counts) =>
        ShowAsync(http, type, number, new(log, timeline, lookup, catalogue), counts);

    private static Task<IResult> ShowByQueryAsync(
        HttpContext http, IssueLog log, ITimelineStore timeline, SubjectLookup lookup, ErrorCatalogue catalogue, UntreatedCounts counts) =>
        ShowAsync(http, http.Request.Query["type"], http.Request.Query["number"], new(log, timeline, lookup, catalogue), counts);

    private static async Task<IResult> ShowAsync(HttpContext http, string? type, string? number, Sources sources, UntreatedCounts counts)
    {
        var panel = PanelRequest.Of(http);
        if (Read(type, number) is not { } subject)
        {
            return TypedResults.NotFound();
        }

        var shop = panel.Shop.Id;
        var filter = new IssueFilter { State = null, SubjectType = subject.Type, SubjectNumber = subject.Number, IncludeMuted = true };
        var issues = await sources.Log.ListAsync(shop, filter, size: Listed, cancellationToken: http.RequestAborted);
        var found = await sources.Lookup.FindAsync(shop, [subject], http.RequestAborted);
        var timeline = await sources.Timeline.OfSubjectAsync(shop, subject, Listed, http.RequestAborted);
        if (issues.Items.Count == 0 && timeline.Count == 0 && found.Of(subject) is null)
        {
            return TypedResults.NotFound();
        }

        panel.Title = panel.Format.Subject(subject);
        var model = new SubjectModel(subject, issues.Items, timeline, sources.Catalogue)
        {
            Facts = found.Of(subject),
            FactsMissing = found.Missing,
            AsOf = panel.Format.Now.ToUnixTimeMilliseconds(),
        };
        return await PanelPage.ShowAsync<SubjectPage, SubjectModel>(panel, model, counts);
    }

    private static async Task<IResult> SolveAsync(HttpContext http, IssueLog log, PanelChanges changes)
    {
        var panel = PanelRequest.Of(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return Read(form["type"], form["number"]) is { } subject && FormTime.TryRead(form["asOf"], panel.Format.Now, out var asOf)
            ? await changes.ApplyAsync(panel, NoticeKind.Solved, panel.Paths.Subject(subject), () => log.SolveAsync(
                panel.Shop.Id, new IssueSelection.OfSubject(subject, asOf), panel.User.Actor, FormText.Note(form["note"]), http.RequestAborted))
            : TypedResults.BadRequest();
    }

    private static SubjectRef? Read(string? type, string? number) =>
        !string.IsNullOrWhiteSpace(type) && !string.IsNullOrWhiteSpace(number) && type.Length <= 32 && number.Length <= SubjectRef.MaxNumberLength
            ? new SubjectRef(type, number)
            : null;

    /// <summary>What the page is read from.</summary>
    private sealed record Sources(IssueLog Log, ITimelineStore Timeline, SubjectLookup Lookup, ErrorCatalogue Catalogue);
}
