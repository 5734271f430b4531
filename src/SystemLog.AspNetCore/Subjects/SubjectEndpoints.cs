using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SystemLog.AspNetCore.Badge;
using SystemLog.AspNetCore.Http;
using SystemLog.AspNetCore.Orders;
using SystemLog.AspNetCore.Shell;
using SystemLog.Issues;
using SystemLog.Subjects;

namespace SystemLog.AspNetCore.Subjects;

/// <summary>The page of an order, booking or other subject: its facts, its issues, what happened.</summary>
internal static class SubjectEndpoints
{
    public static void MapSubjects(this RouteGroupBuilder panel)
    {
        panel.Get("/subjects/{type}/{number}", ShowByPathAsync);

        // A number may hold a slash or a dot, which do not survive in a path.
        panel.Get("/subjects", ShowByQueryAsync);
        panel.Post("/subjects/solve", SolveAsync);
    }

    private static Task<IResult> ShowByPathAsync(HttpContext http, string type, string number, SubjectReader reader, UntreatedCounts counts) =>
        ShowAsync(http, SubjectReader.Read(type, number), reader, counts);

    private static Task<IResult> ShowByQueryAsync(HttpContext http, SubjectReader reader, UntreatedCounts counts) =>
        ShowAsync(http, SubjectReader.Read(http.Request.Query["type"], http.Request.Query["number"]), reader, counts);

    private static async Task<IResult> ShowAsync(HttpContext http, SubjectRef? wanted, SubjectReader reader, UntreatedCounts counts)
    {
        var panel = PanelRequest.Of(http);
        if (wanted is not { } subject || await reader.FindAsync(panel, subject) is not { } model)
        {
            return TypedResults.NotFound();
        }

        panel.Title = panel.Format.Subject(subject);
        panel.NoticeText = OrderNotice.Of(panel, model);
        return await PanelPage.ShowAsync<SubjectPage, SubjectModel>(panel, model, counts);
    }

    private static async Task<IResult> SolveAsync(HttpContext http, IssueLog log, PanelChanges changes)
    {
        var panel = PanelRequest.Of(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return SubjectReader.Read(form["type"], form["number"]) is { } subject && FormTime.TryRead(form["asOf"], panel.Format.Now, out var asOf)
            ? await changes.ApplyAsync(panel, NoticeKind.Solved, panel.Paths.Subject(subject), () => log.SolveAsync(
                panel.Shop.Id, new IssueSelection.OfSubject(subject, asOf), panel.User.Actor, FormText.Note(form["note"]), http.RequestAborted))
            : TypedResults.BadRequest();
    }
}
