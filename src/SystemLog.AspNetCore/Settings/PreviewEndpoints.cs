using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SystemLog.AspNetCore.Badge;
using SystemLog.AspNetCore.Http;
using SystemLog.AspNetCore.Shell;
using SystemLog.Digests;

namespace SystemLog.AspNetCore.Settings;

/// <summary>The summary mail as it would be now: a page, and in its frame the mail itself.</summary>
internal static class PreviewEndpoints
{
    /// <summary>What the mail may do in its frame: look like itself, and nothing else. Whoever opens it alone gets the same sandbox.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; form-action 'none'; base-uri 'none'; sandbox";

    public static void MapPreview(this RouteGroupBuilder panel)
    {
        panel.Get("/settings/preview", ShowAsync);
        panel.Get("/settings/preview.html", MailAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, DigestService digests, UntreatedCounts counts)
    {
        var panel = PanelRequest.Of(http);
        panel.Title = panel.Texts.Settings.PreviewTitle;
        http.Response.Headers.ContentSecurityPolicy = PageHeadersFilter.ContentSecurityPolicy + "; frame-src 'self'";
        return await PanelPage.ShowAsync<PreviewPage, DigestMail>(panel, await digests.PreviewAsync(panel.Shop.Id, http.RequestAborted), counts);
    }

    private static async Task<IResult> MailAsync(HttpContext http, DigestService digests)
    {
        var mail = await digests.PreviewAsync(PanelRequest.Of(http).Shop.Id, http.RequestAborted);
        http.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        return TypedResults.Text(Still(mail.Html), "text/html; charset=utf-8");
    }

    /// <summary>Leads every link into a new window, which the sandbox does not open.</summary>
    private static string Still(string html) => html.Replace("<head>", "<head><base target=\"_blank\">", StringComparison.Ordinal);
}
