using System.Net;
using System.Text.RegularExpressions;

namespace SystemLog.AspNetCore.Tests;

/// <summary>An answer of the panel, as a browser has it.</summary>
internal sealed partial record PanelAnswer(HttpStatusCode Status, string Html, string? Location, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The text a person sees, without markup.</summary>
    public string Text => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(Html, " ")), " ").Trim();

    public IEnumerable<string> Links => Attribute("href");

    public static async Task<PanelAnswer> ReadAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
        response.Headers.Location?.ToString(),
        response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));

    public IEnumerable<string> Attribute(string name) =>
        Regex.Matches(Html, $"""\s{name}="([^"]*)""", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value));

    /// <summary>Returns the form whose address, without its query, ends with the text.</summary>
    public (string Action, IReadOnlyList<(string Name, string Value)> Fields) Form(string action)
    {
        foreach (var form in Forms().Matches(Html).Cast<Match>())
        {
            var address = WebUtility.HtmlDecode(Regex.Match(form.Value, "action=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value);
            if (address.Split('?')[0].EndsWith(action, StringComparison.Ordinal))
            {
                return (address, [.. Hidden().Matches(form.Value).Select(field => (field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value)))]);
            }
        }

        throw new InvalidOperationException($"The page has no form for '{action}'.");
    }

    public bool HasForm(string action) => Forms().Matches(Html).Any(form => form.Value.Contains(action, StringComparison.Ordinal));

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"[\s\u00A0]+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline, 1000)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Hidden();
}
