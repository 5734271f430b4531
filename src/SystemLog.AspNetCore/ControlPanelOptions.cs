namespace SystemLog.AspNetCore;

/// <summary>Settings of the control panel.</summary>
public sealed class ControlPanelOptions
{
    /// <summary>Gets or sets a component that wraps every page in the host's own layout: one with a <c>Body</c> parameter, such as a
    /// <c>LayoutComponentBase</c>. The default is a plain page of our own.</summary>
    public Type? Layout { get; set; }

    /// <summary>Gets or sets the way back to the host's admin: http, https or a path on the site. The default is none.</summary>
    public string? BackUrl { get; set; }

    /// <summary>Gets or sets the words on the way back. The default is "Back to admin" in the reader's language.</summary>
    public string? BackLabel { get; set; }

    /// <summary>Gets or sets a stylesheet of the host, a path on the site, linked after ours: for <c>--systemlog-accent</c>,
    /// <c>--systemlog-font</c> and <c>--systemlog-radius</c>. The default is none.</summary>
    public string? Stylesheet { get; set; }

    /// <summary>Gets or sets the culture of all pages, such as "nb-NO". The default is the request's: what the host's request localization
    /// chose, or else the browser's Accept-Language.</summary>
    public string? Culture { get; set; }

    /// <summary>Gets or sets how many rows a list page has, 10 to 200. The default is 40: a morning's orders, and under 60 kB with everything.</summary>
    public int PageSize { get; set; } = 40;

    /// <summary>Gets or sets how long the number on the badge may be kept before it is counted again. The default is 10 seconds.</summary>
    public TimeSpan BadgeAge { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets or sets how long the host's <see cref="SystemLog.Subjects.ISubjectSource"/> may take before a page is shown without its facts.
    /// The default is 1 second.</summary>
    public TimeSpan SubjectTimeout { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets the host's own sources, offered in the filter beside those of the adapters in use.</summary>
    public IList<string> Sources { get; } = [];
}
