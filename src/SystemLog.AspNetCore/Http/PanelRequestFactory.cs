using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using SystemLog.AspNetCore.Access;
using SystemLog.AspNetCore.Texts;

namespace SystemLog.AspNetCore.Http;

/// <summary>Makes a <see cref="PanelRequest"/>, or says why there is none: 403 for somebody who may see nothing, 404 for a shop they may not see.</summary>
internal sealed class PanelRequestFactory(
    IPanelAccess access, ShopDirectory shops, IAntiforgery antiforgery, IOptions<ControlPanelOptions> options, TimeProvider time)
{
    public async ValueTask<(PanelRequest? Request, int Status)> CreateAsync(HttpContext http)
    {
        var user = await access.FindAsync(http.User, http.RequestAborted);
        if (user is null || !user.Rights.Contains(SystemLogRights.View))
        {
            return (null, StatusCodes.Status403Forbidden);
        }

        var seen = user.Shops.Where(shops.Knows).Distinct(StringComparer.Ordinal).Select(shops.Get).ToList();
        var wanted = (string?)http.Request.Query["shop"];
        var shop = wanted is null ? seen.FirstOrDefault() : seen.Find(known => known.Id == wanted);
        if (shop is null)
        {
            return (null, seen.Count == 0 ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound);
        }

        var culture = PanelCulture.Of(http, options.Value);
        var texts = PanelTexts.In(culture);
        var paths = new PanelPaths(PanelPaths.RootOf(http, (RouteEndpoint)http.GetEndpoint()!), seen.Count > 1 ? shop.Id : null);
        var request = new PanelRequest
        {
            Http = http,
            Paths = paths,
            User = user,
            Shop = shop,
            Shops = seen,
            Texts = texts,
            Format = new PanelFormat(culture, texts, shop.TimeZone, time.GetUtcNow()),
            Options = options.Value,
            Antiforgery = antiforgery,
            Notice = HttpMethods.IsGet(http.Request.Method) ? NoticeCookie.Peek(http) : null,
        };
        return (request, StatusCodes.Status200OK);
    }
}
