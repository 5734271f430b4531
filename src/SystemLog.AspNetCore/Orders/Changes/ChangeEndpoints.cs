using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SystemLog.AspNetCore.Access;
using SystemLog.AspNetCore.Badge;
using SystemLog.AspNetCore.Http;
using SystemLog.AspNetCore.Shell;
using SystemLog.AspNetCore.Subjects;
using SystemLog.Orders;
using SystemLog.Orders.Workflows;
using SystemLog.Subjects;

namespace SystemLog.AspNetCore.Orders.Changes;

/// <summary>A change of status: what it would do, and then the change.</summary>
internal static class ChangeEndpoints
{
    // A trigger is the host's word; a longer one is none of a workflow's.
    private const int LongestTrigger = 200;

    public static void MapOrderChanges(this RouteGroupBuilder panel)
    {
        panel.Get("/orders/change", PreviewAsync);
        panel.Post("/orders/change", ApplyAsync);
    }

    private static async Task<IResult> PreviewAsync(HttpContext http, OrderDesk desk, UntreatedCounts counts)
    {
        var panel = PanelRequest.Of(http);
        var query = http.Request.Query;
        if (SubjectReader.Read(query["type"], query["number"]) is not { } subject
            || query["trigger"].ToString() is not { Length: > 0 and <= LongestTrigger } trigger
            || await desk.FindAsync(panel.Shop.Id, subject, http.RequestAborted) is not (var state, _))
        {
            return TypedResults.NotFound();
        }

        var to = query["to"].ToString() is { Length: > 0 } chosen ? chosen : null;
        return await PageAsync(panel, desk, counts, (ChangeForm.For(state, trigger, to, panel.Format.Now), subject), new(StatusCodes.Status200OK));
    }

    private static async Task<IResult> ApplyAsync(HttpContext http, OrderDesk desk, PanelChanges changes, OrphanCounts orphans, UntreatedCounts counts)
    {
        var panel = PanelRequest.Of(http);
        var fields = await http.Request.ReadFormAsync(http.RequestAborted);
        if (SubjectReader.Read(fields["type"], fields["number"]) is not { } subject || ChangeForm.Read(fields) is not { Trigger.Length: <= LongestTrigger } form)
        {
            return TypedResults.BadRequest();
        }

        if (await desk.FindAsync(panel.Shop.Id, subject, http.RequestAborted) is null)
        {
            return TypedResults.NotFound();
        }

        if (fields["look"] == "1")
        {
            return await PageAsync(panel, desk, counts, (form, subject), new(StatusCodes.Status200OK));
        }

        var result = await desk.Service.ApplyAsync(new(panel.Shop.Id, subject), form.Trigger, panel.User.Actor, form.ToOptions(), http.RequestAborted);
        switch (result)
        {
            case ChangeResult.Refused refused:
                var status = refused.Reasons.Any(reason => reason.Code == RefusalCodes.MissingRight)
                    ? StatusCodes.Status403Forbidden
                    : StatusCodes.Status422UnprocessableEntity;
                return await PageAsync(panel, desk, counts, (form, subject), new(status) { Refused = refused.Reasons });

            // Who goes on now has seen where the order is by now.
            case ChangeResult.Conflict conflict:
                return await PageAsync(
                    panel, desk, counts, (form with { Version = conflict.Current.Version }, subject), new(StatusCodes.Status409Conflict) { IsConflict = true });
            default:
                orphans.Forget(panel.Shop.Id);
                return await changes.ApplyAsync(
                    panel, KindOf(result), panel.Paths.Subject(subject), () => Task.FromResult(1), SystemLogRights.View);
        }
    }

    // The second click of two has changed nothing, but what the person wanted has happened.
    private static NoticeKind KindOf(ChangeResult result) => result switch
    {
        ChangeResult.Changed { Change: null } => NoticeKind.OrderTold,
        ChangeResult.Changed or ChangeResult.NoChange { Why: NoChangeReason.SameCommand } => NoticeKind.OrderChanged,
        _ => NoticeKind.OrderUnchanged,
    };

    private static async Task<IResult> PageAsync(
        PanelRequest panel, OrderDesk desk, UntreatedCounts counts, (ChangeForm Form, SubjectRef Subject) what, Outcome outcome)
    {
        var order = new OrderRef(panel.Shop.Id, what.Subject);
        var preview = await desk.Service.PreviewAsync(order, what.Form.Trigger, panel.User.Actor, what.Form.ToOptions(), panel.Http.RequestAborted);
        if (preview is null)
        {
            return TypedResults.NotFound();
        }

        panel.Title = panel.Format.Subject(what.Subject);
        var model = new ChangeModel(preview, desk.Service.WorkflowOf(order), what.Form)
        {
            Policy = desk.Service.PolicyOf(preview.State),
            Refused = outcome.Refused,
            IsConflict = outcome.IsConflict,
        };
        return await PanelPage.ShowAsync<ChangePage, ChangeModel>(panel, model, counts, outcome.Status);
    }

    /// <summary>What came of a try, for the page.</summary>
    private sealed record Outcome(int Status)
    {
        public IReadOnlyList<Refusal> Refused { get; init; } = [];

        public bool IsConflict { get; init; }
    }
}
