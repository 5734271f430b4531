using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SystemLog.AspNetCore.Access;
using SystemLog.Conformance;
using SystemLog.Issues;
using SystemLog.Subjects;

namespace SystemLog.AspNetCore.Tests;

/// <summary>Every page in a real browser: narrow and wide, light and dark. Set SYSTEMLOG_SCREENSHOT_FOLDER to look at them.</summary>
public sealed class LookTests
{
    private const string User = $"kari;right={SystemLogRights.View};right={SystemLogRights.Solve};right={SystemLogRights.Operate};right={SystemLogRights.SeePayload}";

    [Theory]
    [InlineData(1280, 900, ColorScheme.Light)]
    [InlineData(1280, 900, ColorScheme.Dark)]
    [InlineData(390, 1500, ColorScheme.Light)]
    [InlineData(390, 1500, ColorScheme.Dark)]
    public async Task Every_page_is_accessible_and_never_scrolls_sideways(int width, int height, ColorScheme scheme)
    {
        await using var host = await StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Executable, Args = Chromium.Arguments });
        var page = await OpenAsync(browser, host, width, height, scheme);

        foreach (var (name, path) in Pages())
        {
            await page.GotoAsync(host.Address + path);
            await LookAsync(page, $"{name}-{width}-{scheme}".ToLowerInvariant());
        }
    }

    [Theory]
    [MemberData(nameof(TextTests.Languages), MemberType = typeof(TextTests))]
    public async Task The_words_of_every_language_fit(string language)
    {
        await using var host = await StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Executable, Args = Chromium.Arguments });

        foreach (var width in (int[])[1280, 390])
        {
            var page = await OpenAsync(browser, host, width, 900, ColorScheme.Light, language);
            foreach (var (name, path) in Pages())
            {
                await page.GotoAsync(host.Address + path);
                await FitAsync(page, $"{name}-{width}-{language}");
            }
        }
    }

    private static IEnumerable<(string Name, string Path)> Pages() =>
    [
        ("overview", "/systemlog"),
        ("causes", "/systemlog/causes"),
        ("details", $"/systemlog/issues/{BelievableShop.Id(3)}"),
        ("history", "/systemlog/history"),
        ("subject", "/systemlog/subjects/order/104896"),
        ("empty", "/systemlog?q=nothing"),
        ("work", "/systemlog/work"),
        ("work-list", $"/systemlog/work/{BelievableWork.Captures}"),
        ("work-unknown", "/systemlog/work/items/2"),
        ("work-failed", "/systemlog/work/items/3"),
        ("work-confirm", "/systemlog/work/items/2/run-again"),
    ];

    private static async Task FitAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SYSTEMLOG_SCREENSHOT_FOLDER") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = page.ViewportSize!.Width > 400 });
        }

        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        overflow.Should().Be(0, name);
    }

    private static async Task LookAsync(IPage page, string name)
    {
        await FitAsync(page, name);
        var axe = await page.RunAxe();
        axe.Violations.Where(violation => violation.Impact is "serious" or "critical")
            .SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}"))
            .Should().BeEmpty(name);
    }

    private static async Task<IPage> OpenAsync(IBrowser browser, PanelHost host, int width, int height, ColorScheme scheme, string language = "en-GB")
    {
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = scheme,
            Locale = language,
            BypassCSP = true,
            ExtraHTTPHeaders = new Dictionary<string, string> { [TestUser.Header] = User },
        });
        return await context.NewPageAsync();
    }

    private static async Task<PanelHost> StartAsync()
    {
        Requirement.Met(Chromium.Missing);
        var host = await PanelHost.StartAsync(new()
        {
            RealServer = true,
            SystemLog = options => options.Shops.Add(new() { Id = "main", Name = "Fjell & Fjord", TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo") }),
            Panel = options => (options.BackUrl, options.BackLabel) = ("/admin", "Fjell & Fjord admin"),
            Services = services => services.AddSingleton<ISubjectSource, BelievableShop>(),
        });
        await BelievableShop.SeedAsync(host);
        await new BelievableWork(host).SeedAsync();
        await ActAsync(host);
        return host;
    }

    private static async Task ActAsync(PanelHost host)
    {
        Actor kari = new("kari", "Kari"), ola = new("ola", "Ola Nilsen");
        await host.Log.CommentAsync("main", BelievableShop.Id(3), ola, "Called the customer, the new amount is right. I will adjust the reservation in the portal.");
        await host.Log.AssignAsync("main", new IssueSelection.These([BelievableShop.Id(3)]), kari, kari);
        await host.Log.SolveAsync("main", new IssueSelection.These([BelievableShop.Id(29), BelievableShop.Id(28)]), kari, "Captured by hand in the portal");
        await host.Log.SolveAsync("main", new IssueSelection.These([BelievableShop.Id(27)]), ola);
        host.App.Services.GetRequiredService<Badge.UntreatedCounts>().Forget("main");
    }
}
