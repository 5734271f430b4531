using System.Globalization;
using System.Text.Json;
using DemoShop.Orders;
using SystemLog.Catalogue;
using SystemLog.Issues;

namespace DemoShop.TradingDay;

/// <summary>What the day left in the system log, as a table for a person and as JSON for a program.</summary>
internal sealed record DaySummary(int Orders, int Untreated, IReadOnlyList<Issue> Issues)
{
    private const int PageSize = 200;

    private static readonly string[] ShopIds = [Shops.Fjordstrikk, Shops.Outlet];

    private static readonly JsonSerializerOptions Indented = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    /// <summary>Reads both shops, the newest trouble first.</summary>
    public static async Task<DaySummary> ReadAsync(OrderBook book, IssueLog log, CancellationToken cancellationToken = default)
    {
        var (orders, untreated) = (0, 0);
        var issues = new List<Issue>();
        foreach (var shop in ShopIds)
        {
            orders += (await book.ListAsync(shop, cancellationToken)).Count;
            untreated += await log.CountUntreatedAsync(shop, cancellationToken);
            var page = await log.ListAsync(shop, new IssueFilter { State = null, IncludeMuted = true }, null, PageSize, cancellationToken);
            issues.AddRange(page.Items);
        }

        return new DaySummary(
            orders,
            untreated,
            [.. issues.OrderByDescending(issue => issue.LastAt).ThenBy(issue => issue.Subject.ToString(), StringComparer.Ordinal).ThenBy(issue => issue.Operation, StringComparer.Ordinal)]);
    }

    /// <summary>Writes the overview: what is open.</summary>
    public void Print(TextWriter to, ErrorCatalogue catalogue)
    {
        var english = CultureInfo.InvariantCulture;
        to.WriteLine($"{"Source",-19}{"Operation",-17}{"Cause",-44}{"Order",-14}{"Times",5}  Last");
        foreach (var issue in Issues.Where(issue => issue.State == IssueState.Open))
        {
            var cause = catalogue.Describe(issue.Source, issue.Cause, issue.Rule, issue.Values, english).Title;
            var last = TimeZoneInfo.ConvertTime(issue.LastAt, Shops.Zone).ToString("HH:mm", english);
            to.WriteLine($"{issue.Source,-19}{issue.Operation,-17}{Fit(cause, 42),-44}{issue.Subject,-14}{issue.RoundCount,5}  {last}");
        }

        to.WriteLine();
        to.WriteLine($"{Untreated} untreated of {Orders} orders; {Issues.Count(issue => issue.State == IssueState.Solved)} issues solved themselves.");
    }

    /// <summary>Writes everything, with times in UTC.</summary>
    public async Task WriteJsonAsync(string file, CancellationToken cancellationToken = default)
    {
        await using var stream = File.Create(file);
        await JsonSerializer.SerializeAsync(stream, new { Orders, Untreated, Issues = Issues.Select(Show) }, Indented, cancellationToken);
    }

    private static object Show(Issue issue) => new
    {
        issue.Source,
        issue.Operation,
        Cause = issue.Cause.ToString(),
        Subject = issue.Subject.ToString(),
        issue.Description,
        issue.Count,
        FirstOccurrence = Iso(issue.FirstAt),
        LastOccurrence = Iso(issue.LastAt),
        State = issue.State == IssueState.Open ? "open" : "solved",
    };

    private static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private static string Fit(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}
