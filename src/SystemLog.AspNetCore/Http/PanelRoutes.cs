using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace SystemLog.AspNetCore.Http;

/// <summary>Maps the panel's endpoints so that each knows its own part of its address.</summary>
internal static class PanelRoutes
{
    public static void Get(this RouteGroupBuilder panel, string pattern, Delegate handler) =>
        panel.MapGet(pattern, handler).WithMetadata(new PanelEndpoint(pattern)).ExcludeFromDescription();

    public static void Post(this RouteGroupBuilder panel, string pattern, Delegate handler) =>
        panel.MapPost(pattern, handler).WithMetadata(new PanelEndpoint(pattern)).ExcludeFromDescription();
}
