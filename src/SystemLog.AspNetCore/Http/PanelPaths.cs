using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using SystemLog.AspNetCore.Assets;
using SystemLog.Issues;
using SystemLog.Subjects;

namespace SystemLog.AspNetCore.Http;

/// <summary>The only place that knows addresses: below the path base and the mount of the present request.</summary>
/// <param name="root">The address of the panel, without a slash at its end.</param>
/// <param name="shop">The shop every address names; null where the person sees only one.</param>
internal sealed class PanelPaths(string root, string? shop)
{
    public string Overview => At("/");

    public string SolveIssues => At("/issues/solve");

    public string Causes => At("/causes");

    public string SolveCause => At("/causes/solve");

    public string History => At("/history");

    public string Work => At("/work");

    public string Orders => At("/orders");

    public string ChangeOrder => At("/orders/change");

    public string NoteOrder => At("/orders/note");

    public string SwitchMessages => At("/orders/messages");

    public string HandOver => At("/orders/hand-over");

    public string Settings => At("/settings");

    public string SettingsTest => At("/settings/test");

    public string SettingsPreview => At("/settings/preview");

    public string SettingsPreviewHtml => At("/settings/preview.html");

    public string Undo => At("/undo");

    public string SolveSubject => At("/subjects/solve");

    public string Badge => At("/badge");

    public string BadgeJson => At("/badge.json");

    /// <summary>The path below which cookies of the panel belong.</summary>
    public string CookiePath => root.Length == 0 ? "/" : root;

    public string Issue(Fingerprint id) => At($"/issues/{id}");

    public string Act(Fingerprint id, string action) => At($"/issues/{id}/{action}");

    public string Asset(string name) => $"{root}/assets/{PanelAssets.HashOf(name)}/{name}";

    public string Subject(SubjectRef subject) =>
        IsPlain(subject.Type) && IsPlain(subject.Number)
            ? At($"/subjects/{subject.Type}/{subject.Number}")
            : At("/subjects", [new("type", subject.Type), new("number", subject.Number)]);

    public string WorkItem(long id) => At(string.Create(CultureInfo.InvariantCulture, $"/work/items/{id}"));

    public string WorkAct(long id, string action) => At(string.Create(CultureInfo.InvariantCulture, $"/work/items/{id}/{action}"));

    public string WorkOf(string kind, IEnumerable<KeyValuePair<string, string?>>? query = null) =>
        IsPlain(kind) ? At($"/work/{kind}", query) : At("/work", [new("kind", kind), .. query ?? []]);

    public string OrdersOf(IEnumerable<KeyValuePair<string, string?>> query) => At("/orders", query);

    public string SubjectShowing(SubjectRef subject, string? show) =>
        At("/subjects", [new("type", subject.Type), new("number", subject.Number), new("show", show)]);

    public string ChangeOf(SubjectRef subject, string trigger, string? to = null) =>
        At("/orders/change", [new("type", subject.Type), new("number", subject.Number), new("trigger", trigger), new("to", to)]);

    public string OrderPolicy(SubjectRef subject) => At("/orders/policy", [new("type", subject.Type), new("number", subject.Number)]);

    public string SettingsAfter(string after) => At("/settings", [new("after", after)]);

    public string OverviewOf(IEnumerable<KeyValuePair<string, string?>> query) => At("/", query);

    public string CausesOf(IEnumerable<KeyValuePair<string, string?>> query) => At("/causes", query);

    public string SolveCauseOf(IEnumerable<KeyValuePair<string, string?>> query) => At("/causes/solve", query);

    public string HistoryOf(IEnumerable<KeyValuePair<string, string?>> query) => At("/history", query);

    /// <summary>Returns the overview of another shop.</summary>
    public string OverviewIn(string otherShop) => new PanelPaths(root, otherShop).Overview;

    /// <summary>Returns the overview as it is reached from elsewhere, such as from a mail; null where the request does not say which host it is for.</summary>
    /// <param name="request">The present request.</param>
    /// <param name="ofShop">The shop the address names; null for none.</param>
    public Uri? OverviewFrom(HttpRequest request, string? ofShop) =>
        Uri.TryCreate($"{request.Scheme}://{request.Host.ToUriComponent()}{new PanelPaths(root, ofShop).Overview}", UriKind.Absolute, out var address)
            ? address
            : null;

    /// <summary>Returns the address a form says it came from if it is one of ours; the overview otherwise.</summary>
    public string Back(string? address) =>
        SafeLink.IsSafe(address) && (address == root || address.StartsWith(root + "/", StringComparison.Ordinal)) ? address : Overview;

    /// <summary>Reads where the panel of an endpoint is mapped: its whole pattern less its own part.</summary>
    public static string RootOf(HttpContext http, RouteEndpoint endpoint)
    {
        var own = endpoint.Metadata.GetRequiredMetadata<PanelEndpoint>().Pattern;
        var ownSegments = RoutePatternFactory.Parse(own).PathSegments.Count;
        var segments = endpoint.RoutePattern.PathSegments.SkipLast(ownSegments).Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart parameter => Uri.EscapeDataString(http.GetRouteValue(parameter.Name)?.ToString() ?? ""),
            _ => "",
        })));
        return http.Request.PathBase.ToUriComponent() + string.Concat(segments.Select(segment => "/" + segment));
    }

    private string At(string path, IEnumerable<KeyValuePair<string, string?>>? query = null)
    {
        var all = (query ?? []).Where(pair => pair.Value is not null);
        return root + path + QueryString.Create(shop is null ? all : all.Append(new("shop", shop)));
    }

    private static bool IsPlain(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
