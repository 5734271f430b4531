using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SystemLog.AspNetCore.Badge;
using SystemLog.AspNetCore.Http;
using SystemLog.AspNetCore.Shell;
using SystemLog.AspNetCore.Subjects;

namespace SystemLog.AspNetCore.Orders;

/// <summary>How one order is treated, and which setting decided that.</summary>
internal static class PolicyEndpoints
{
    public static void MapOrderPolicy(this RouteGroupBuilder panel) => panel.Get("/orders/policy", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext http, OrderDesk desk, UntreatedCounts counts)
    {
        var panel = PanelRequest.Of(http);
        if (SubjectReader.Read(http.Request.Query["type"], http.Request.Query["number"]) is not { } subject
            || await desk.FindAsync(panel.Shop.Id, subject, http.RequestAborted) is not (var state, var workflow))
        {
            return TypedResults.NotFound();
        }

        panel.Title = panel.Texts.Orders.PolicyTitle;
        var choices = await desk.Service.ChoicesAsync(state, panel.User.Actor, http.RequestAborted);
        return await PanelPage.ShowAsync<PolicyPage, PolicyModel>(panel, new(state, workflow, desk.Service.PolicyOf(state), choices), counts);
    }
}
