using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace SystemLog.AspNetCore.Http;

/// <summary>Carries a notice over the redirect after a form. It names numbers only and is read strictly, so it needs no signature.</summary>
internal static class NoticeCookie
{
    private const string Name = "systemlog-notice";

    public static void Set(PanelRequest panel, Notice notice) => panel.Http.Response.Cookies.Append(
        Name,
        string.Create(CultureInfo.InvariantCulture, $"{notice.Kind}.{notice.Count}.{notice.From}.{notice.Until}"),
        Options(panel.Http, panel.Paths, TimeSpan.FromMinutes(1)));

    /// <summary>Returns the notice and leaves it in place; the page that shows it calls <see cref="Clear"/>.</summary>
    public static Notice? Peek(HttpContext http)
    {
        var parts = http.Request.Cookies[Name]?.Split('.');
        return parts is { Length: 4 }
            && Enum.TryParse<NoticeKind>(parts[0], out var kind) && Enum.IsDefined(kind)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && long.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var until)
                ? new(kind, count, from, until)
                : null;
    }

    public static void Clear(PanelRequest panel)
    {
        if (panel.Notice is not null)
        {
            panel.Http.Response.Cookies.Delete(Name, Options(panel.Http, panel.Paths, null));
        }
    }

    private static CookieOptions Options(HttpContext http, PanelPaths paths, TimeSpan? maxAge) => new()
    {
        Path = paths.CookiePath,
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        MaxAge = maxAge,
    };
}
