using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SystemLog.AspNetCore.Badge;
using SystemLog.AspNetCore.Http;
using SystemLog.Orders;
using SystemLog.Subjects;

namespace SystemLog.AspNetCore.Access;

/// <summary>Rights as the control panel knows them: those of the signed-in person alone, in a shop that person sees.</summary>
/// <remarks>Outside the panel's own requests the person must be one whom the panel's policy lets in: a customer who is signed in has none of the rights
/// that staff have without a claim.</remarks>
internal sealed class PanelRightsChecker(IHttpContextAccessor accessor) : IRightsChecker
{
    public async ValueTask<bool> HasAsync(string shop, Actor actor, string right, SubjectRef subject, CancellationToken cancellationToken = default) =>
        accessor.HttpContext is { } http
        && await UserAsync(http, cancellationToken) is { } user
        && user.Actor.Id == actor.Id && user.Actor.Kind == actor.Kind && user.Shops.Contains(shop) && user.Rights.Contains(right);

    // The host's access may live no longer than the request, and so may the door.
    private static async ValueTask<PanelUser?> UserAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (http.Features.Get<PanelRequest>() is { } panel)
        {
            return panel.User;
        }

        return await http.RequestServices.GetRequiredService<PanelDoor>().OpenToAsync(http) is null
            ? null
            : await http.RequestServices.GetRequiredService<IPanelAccess>().FindAsync(http.User, cancellationToken);
    }
}
