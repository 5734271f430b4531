using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SystemLog.AspNetCore.Http;
using SystemLog.Storage;

namespace SystemLog.AspNetCore.Badge;

/// <summary>The number of untreated orders for the host's own top bar, as HTML and as JSON that is cheap to poll.</summary>
internal static class BadgeEndpoints
{
    public static void MapBadge(this RouteGroupBuilder panel)
    {
        panel.Get("/badge", Html);
        panel.Get("/badge.json", JsonAsync);
    }

    private static RazorComponentResult<SystemLogBadge> Html(HttpContext http) =>
        new(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(SystemLogBadge.Shop)] = PanelRequest.Of(http).Shop.Id });

    private static async Task<IResult> JsonAsync(HttpContext http, UntreatedCounts counts)
    {
        var panel = PanelRequest.Of(http);
        try
        {
            var count = await counts.OfAsync(panel.Shop.Id, http.RequestAborted);
            var tag = string.Create(CultureInfo.InvariantCulture, $"\"{count}-{panel.Texts.Language}\"");
            http.Response.Headers.CacheControl = "private, no-cache";
            http.Response.Headers.ETag = tag;
            return http.Request.Headers.IfNoneMatch.Contains(tag, StringComparer.Ordinal)
                ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
                : TypedResults.Json(new BadgeCount(count, panel.Format.Badge(count), panel.Texts.UntreatedOrders.For(count, panel.Format.Culture)), BadgeJson.Default.BadgeCount);
        }
        catch (StorageException)
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
