using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SystemLog.AspNetCore.Http;

namespace SystemLog.AspNetCore.Badge;

/// <summary>Knows, on any page of the host, where the panel is and whether the person may enter it: by the policy the host named for it.</summary>
internal sealed class PanelDoor(EndpointDataSource endpoints, IAuthorizationPolicyProvider policies, IAuthorizationService authorization)
{
    /// <summary>Returns the panel the request belongs to, or the first one mapped; null where the person may not enter it.</summary>
    public async Task<RouteEndpoint?> OpenToAsync(HttpContext http)
    {
        var panel = http.GetEndpoint() is RouteEndpoint here && here.Metadata.GetMetadata<PanelEndpoint>() is not null
            ? here
            : endpoints.Endpoints.OfType<RouteEndpoint>().FirstOrDefault(endpoint => endpoint.Metadata.GetMetadata<PanelEndpoint>() is { Pattern: "/" });
        return panel is not null && PolicyCheck.IsGuarded(panel) && await IsAllowedAsync(http, panel) ? panel : null;
    }

    private async Task<bool> IsAllowedAsync(HttpContext http, RouteEndpoint panel)
    {
        var policy = await AuthorizationPolicy.CombineAsync(
            policies, panel.Metadata.GetOrderedMetadata<IAuthorizeData>(), panel.Metadata.GetOrderedMetadata<AuthorizationPolicy>());
        return policy is not null && (await authorization.AuthorizeAsync(http.User, http, policy)).Succeeded;
    }
}
