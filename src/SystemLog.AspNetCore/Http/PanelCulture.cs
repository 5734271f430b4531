using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.AspNetCore.Localization;
using SystemLog.AspNetCore.Texts;

namespace SystemLog.AspNetCore.Http;

/// <summary>Chooses the culture of a page.</summary>
internal static class PanelCulture
{
    /// <summary>Returns the fixed culture, or the host's choice for the request, or the browser's first language we have texts in.</summary>
    public static CultureInfo Of(HttpContext http, ControlPanelOptions options) =>
        options.Culture is { } name ? CultureInfo.GetCultureInfo(name) : OfRequest(http);

    /// <summary>Returns the host's choice for the request, or the browser's first language we have texts in: what a customer reads, whatever the staff do.</summary>
    public static CultureInfo OfRequest(HttpContext http)
    {
        if (http.Features.Get<IRequestCultureFeature>() is { } chosen)
        {
            return chosen.RequestCulture.UICulture;
        }

        var wanted = new RequestHeaders(http.Request.Headers).AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Known(language.Value.Value))
            .FirstOrDefault(culture => culture is not null);
        // A host without ICU knows the invariant culture only.
        return wanted ?? Known("en-GB") ?? CultureInfo.InvariantCulture;
    }

    private static CultureInfo? Known(string? name)
    {
        try
        {
            return name is { Length: > 1 and <= 20 } && CultureInfo.GetCultureInfo(name, predefinedOnly: true) is var culture && PanelTexts.Has(culture)
                ? culture
                : null;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
