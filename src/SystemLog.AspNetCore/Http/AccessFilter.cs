using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SystemLog.AspNetCore.Http;

/// <summary>Finds out who asks and about which shop, before any page does.</summary>
internal sealed class AccessFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;

        // The host does not start without a policy; this holds even if its endpoints change later.
        if (http.GetEndpoint() is not { } endpoint || !PolicyCheck.IsGuarded(endpoint))
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        var (request, status) = await context.HttpContext.RequestServices.GetRequiredService<PanelRequestFactory>().CreateAsync(http);
        if (request is null)
        {
            return TypedResults.StatusCode(status);
        }

        http.Features.Set(request);
        return await next(context);
    }
}
