using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SystemLog.AspNetCore.Access;
using SystemLog.Conformance;
using SystemLog.Digests;
using SystemLog.Issues;
using SystemLog.Messages;
using SystemLog.Subjects;
using SystemLog.Testing;

namespace SystemLog.AspNetCore.Tests;

/// <summary>Every page in a real browser: narrow and wide, light and dark. Set SYSTEMLOG_SCREENSHOT_FOLDER to look at them.</summary>
public sealed class LookTests
{
    private const string User = $"kari;right={SystemLogRights.View};right={SystemLogRights.Solve};right={SystemLogRights.Operate}"
        + $";right={SystemLogRights.Settings};right={SystemLogRights.SeePayload}";

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

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Settings_that_are_refused_where_mails_are_redirected_are_as_accessible(int width, ColorScheme scheme)
    {
        await using var host = await StartAsync(options => options.RedirectMailTo = "test@fjell.example");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Executable, Args = Chromium.Arguments });
        var page = await OpenAsync(browser, host, width, 900, scheme);

        await page.GotoAsync(host.Address + "/systemlog/settings");
        await page.FillAsync("[name=zone]", "Europe/Bergen");
        await page.FillAsync("[name=recipients]", "kari@fjell.example\nola(at)fjell.example");
        await page.ClickAsync(".settings .primary");

        await Assertions.Expect(page.Locator(".settings [aria-invalid=true]")).ToHaveCountAsync(2);
        await LookAsync(page, $"settings-refused-{width}-{scheme}".ToLowerInvariant());
    }

    [Fact]
    public async Task A_link_of_the_previewed_mail_leads_nowhere()
    {
        await using var host = await StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Executable, Args = Chromium.Arguments });
        var page = await OpenAsync(browser, host, 1280, 900, ColorScheme.Light);
        await page.GotoAsync(host.Address + "/systemlog/settings/preview");

        await page.FrameLocator("iframe").Locator("a").First.ClickAsync();

        page.Context.Pages.Should().ContainSingle();
        page.Frames.Select(frame => frame.Url).Should().Equal(page.Url, host.Address + "/systemlog/settings/preview.html");
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
        ("settings", "/systemlog/settings"),
        ("settings-preview", "/systemlog/settings/preview"),
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

    private static async Task<PanelHost> StartAsync(Action<SystemLogOptions>? configure = null)
    {
        Requirement.Met(Chromium.Missing);
        var host = await PanelHost.StartAsync(new()
        {
            RealServer = true,
            SystemLog = options =>
            {
                options.Shops.Add(new() { Id = "main", Name = "Fjell & Fjord", TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo") });
                configure?.Invoke(options);
            },
            Panel = options => (options.BackUrl, options.BackLabel) = ("/admin", "Fjell & Fjord admin"),
            Services = services => services.AddSingleton<ISubjectSource, BelievableShop>().AddSingleton<IMessageSender>(new RecordingSender()),
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
        await host.App.Services.GetRequiredService<DigestService>().SaveAsync(
            "main",
            new() { IsOn = true, Recipients = ["kari@fjell.example", "ola@fjell.example"], Language = "nb" },
            new(0, kari, new Uri("https://fjell.example/systemlog")),
            TestContext.Current.CancellationToken);
        host.App.Services.GetRequiredService<Badge.UntreatedCounts>().Forget("main");
    }
}
