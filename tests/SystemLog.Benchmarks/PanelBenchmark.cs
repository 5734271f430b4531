using System.Diagnostics;
using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Subjects;

namespace SystemLog.Benchmarks;

/// <summary>The overview as a browser meets it: what it weighs, and how soon its first byte comes, beside an empty page of the same host.</summary>
internal static class PanelBenchmark
{
    private const string Group = "Control panel, overview, one full page on SQLite over loopback";
    private const int Calls = 300;

    public static async Task<IReadOnlyList<Figure>> RunAsync()
    {
        await using var database = new SqliteUnderTest();
        await using var app = await StartAsync(database);
        await FillAsync(app);
        using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");

        var (page, files) = await WeightAsync(client);
        var empty = await FirstByteAsync(client, "/empty");
        var overview = await FirstByteAsync(client, "/systemlog");
        return
        [
            new(Group, "page alone, uncompressed", page / 1024.0, "kB"),
            new(Group, "page with everything, page uncompressed", (page + files) / 1024.0, "kB", 60),
            new(Group, "first byte of an empty page: median", empty, "µs"),
            new(Group, "first byte of the overview: median", overview, "µs"),
            new(Group, "overview ÷ empty page", overview / empty, ""),
        ];
    }

    private static async Task<WebApplication> StartAsync(SqliteUnderTest database)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddAuthentication("Anybody").AddScheme<AuthenticationSchemeOptions, Anybody>("Anybody", null);
        builder.Services.AddAuthorization();
        database.Use(builder.Services.AddSystemLog().AddKlarna().AddControlPanel());
        var app = builder.Build();
        app.MapGet("/empty", () => Results.Content("<!doctype html><title>empty</title>", "text/html"));
        app.MapSystemLog("/systemlog").RequireAuthorization();
        await app.StartAsync();
        return app;
    }

    private static async Task FillAsync(WebApplication app)
    {
        var log = app.Services.GetRequiredService<IssueLog>();
        await Task.WhenAll(Enumerable.Range(0, 60).Select(order => log.ReportDurableAsync(new()
        {
            Source = Sources.Klarna,
            Operation = Operations.Capture,
            Subject = SubjectRef.Order($"10{order}"),
            Answer = new(403, """{"error_code":"CAPTURE_NOT_ALLOWED","error_messages":["Captured amount is higher than the remaining authorized amount."],"correlation_id":"a"}"""),
        })));
    }

    private static async Task<(int Page, int Files)> WeightAsync(HttpClient client)
    {
        var page = await client.GetByteArrayAsync("/systemlog");
        var files = 0;
        foreach (var address in s_asset.Matches(Encoding.UTF8.GetString(page)).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal))
        {
            files += (await client.GetByteArrayAsync(address)).Length;
        }

        return (page.Length, files);
    }

    private static async Task<double> FirstByteAsync(HttpClient client, string address)
    {
        var ticks = new long[Calls];
        for (var i = 0; i < Calls * 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            var started = Stopwatch.GetTimestamp();
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            ticks[i % Calls] = Stopwatch.GetTimestamp() - started;
            await response.EnsureSuccessStatusCode().Content.CopyToAsync(Stream.Null);
        }

        Array.Sort(ticks);
        return Percentiles.Microseconds(ticks, 0.5);
    }

    private static readonly Regex s_asset = new("(?:href|src)=\"([^\"]*/assets/[^\"]+)\"", RegexOptions.NonBacktracking);

    private sealed class Anybody(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, "kari"), new(ClaimTypes.Name, "Kari")], Scheme.Name);
            return Task.FromResult(AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Scheme.Name)));
        }
    }
}
