using SystemLog.Issues;
using SystemLog.Subjects;

namespace SystemLog;

/// <summary>The panel's pages as a mail links to them: absolute addresses, or none.</summary>
internal sealed class PanelLinks
{
    private readonly string? _root;
    private readonly string _query;

    /// <exception cref="ArgumentException">The address is not an absolute one of http or https.</exception>
    public PanelLinks(Uri? panel)
    {
        if (panel is not null && !(panel.IsAbsoluteUri && panel.Scheme is "https" or "http"))
        {
            throw new ArgumentException($"The panel's address ('{panel}') must begin with https:// or http://, since a mail is read elsewhere.", nameof(panel));
        }

        _root = panel?.GetLeftPart(UriPartial.Path).TrimEnd('/');
        _query = panel?.Query.TrimStart('?') ?? "";
    }

    public string? Overview => At("");

    public string? Settings => At("/settings");

    public string? Issue(Fingerprint id) => At($"/issues/{id}");

    /// <summary>The overview of a cause, whatever the code.</summary>
    public string? Cause(CauseSummary cause) =>
        At("/", $"source={Uri.EscapeDataString(cause.Source)}&operation={Uri.EscapeDataString(cause.Operation)}&cause={cause.Cause}");

    /// <summary>The page of an order or another subject, in its own shop, whatever shop the panel's address names.</summary>
    public string? Subject(string shop, SubjectRef subject) => _root is null
        ? null
        : $"{_root}/subjects?type={Uri.EscapeDataString(subject.Type)}&number={Uri.EscapeDataString(subject.Number)}&shop={Uri.EscapeDataString(shop)}";

    private string? At(string path, string filter = "")
    {
        var query = string.Join('&', new[] { filter, _query }.Where(part => part.Length > 0));
        return _root is null ? null : _root + path + (query.Length > 0 ? "?" + query : "");
    }
}
