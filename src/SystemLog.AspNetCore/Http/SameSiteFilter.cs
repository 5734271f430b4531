using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace SystemLog.AspNetCore.Http;

/// <summary>Lets a change through only from our own pages: the browser must say so, and the form must carry the token.</summary>
/// <remarks>The check is called here, because the antiforgery middleware passes over methods and endpoints that bind no form.</remarks>
internal sealed class SameSiteFilter(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return await next(context);
        }

        if (request.Headers["Sec-Fetch-Site"] is [{ } site, ..] && site is not ("same-origin" or "none"))
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        return await antiforgery.IsRequestValidAsync(context.HttpContext) ? await next(context) : TypedResults.BadRequest();
    }
}
