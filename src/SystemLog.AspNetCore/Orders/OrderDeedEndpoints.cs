using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SystemLog.AspNetCore.Access;
using SystemLog.AspNetCore.Badge;
using SystemLog.AspNetCore.Http;
using SystemLog.AspNetCore.Shell;
using SystemLog.AspNetCore.Subjects;
using SystemLog.Orders;

namespace SystemLog.AspNetCore.Orders;

/// <summary>What people do with an order beside its status: note something, switch its messages, say that it has left.</summary>
internal static class OrderDeedEndpoints
{
    public static void MapOrderDeeds(this RouteGroupBuilder panel)
    {
        panel.Post("/orders/note", NoteAsync);
        panel.Post("/orders/messages", SwitchAsync);
        panel.Post("/orders/hand-over", HandOverAsync);
    }

    private static async Task<IResult> NoteAsync(HttpContext http, OrderDesk desk, SubjectReader reader, PanelChanges changes, UntreatedCounts counts)
    {
        var panel = PanelRequest.Of(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!panel.MayNote)
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (await FindAsync(panel, desk, form) is not { } order)
        {
            return TypedResults.NotFound();
        }

        var text = form["text"].ToString().ReplaceLineEndings("\n");
        if (string.IsNullOrWhiteSpace(text) || text.Length > ChangeOptions.MaxNoteLength)
        {
            panel.Title = panel.Format.Subject(order.Subject);
            return await reader.FindAsync(panel, order.Subject) is { } model
                ? await PanelPage.ShowAsync<SubjectPage, SubjectModel>(panel, model with { RefusedNote = text }, counts, StatusCodes.Status422UnprocessableEntity)
                : TypedResults.NotFound();
        }

        return await changes.ApplyAsync(panel, NoticeKind.OrderNoted, panel.Paths.Subject(order.Subject), async () =>
            await desk.Service.NoteAsync(order, text, panel.User.Actor, http.RequestAborted) ? 1 : 0);
    }

    private static Task<IResult> SwitchAsync(HttpContext http, OrderDesk desk, PanelChanges changes) =>
        ManageAsync(http, desk, async (panel, order, form) =>
        {
            var on = form["on"] == "1";
            await desk.Service.SwitchMessagesAsync(order, on, panel.User.Actor, http.RequestAborted);
            return await LeadBackAsync(panel, changes, order, on ? NoticeKind.OrderMessagesOn : NoticeKind.OrderMessagesOff);
        });

    private static Task<IResult> HandOverAsync(HttpContext http, OrderDesk desk, PanelChanges changes) =>
        ManageAsync(http, desk, async (panel, order, form) =>
        {
            var handOver = new HandOver(panel.Format.Now, panel.User.Actor) { Carrier = Word(form["carrier"]), TrackingNumber = Word(form["tracking"]) };
            if (handOver.Carrier?.Length > HandOver.MaxLength || handOver.TrackingNumber?.Length > HandOver.MaxLength)
            {
                return TypedResults.BadRequest();
            }

            var isNew = await desk.Service.HandOverAsync(order, handOver, http.RequestAborted);
            return await LeadBackAsync(panel, changes, order, isNew ? NoticeKind.OrderHandedOver : NoticeKind.OrderUnchanged);
        });

    private static async Task<IResult> ManageAsync(HttpContext http, OrderDesk desk, Func<PanelRequest, OrderRef, IFormCollection, Task<IResult>> deed)
    {
        var panel = PanelRequest.Of(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (await FindAsync(panel, desk, form) is not { } order)
        {
            return TypedResults.NotFound();
        }

        return await desk.MayManageAsync(order, panel.User.Actor, http.RequestAborted)
            ? await deed(panel, order, form)
            : TypedResults.StatusCode(StatusCodes.Status403Forbidden);
    }

    private static Task<IResult> LeadBackAsync(PanelRequest panel, PanelChanges changes, OrderRef order, NoticeKind kind) =>
        changes.ApplyAsync(panel, kind, panel.Paths.Subject(order.Subject), () => Task.FromResult(1), SystemLogRights.View);

    private static async Task<OrderRef?> FindAsync(PanelRequest panel, OrderDesk desk, IFormCollection form) =>
        SubjectReader.Read(form["type"], form["number"]) is { } subject
        && await desk.FindAsync(panel.Shop.Id, subject, panel.Http.RequestAborted) is var (state, _)
            ? state.Order
            : null;

    private static string? Word(string? text) => text?.Trim() is { Length: > 0 } word ? word : null;
}
