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
        var page = await Look.OpenAsync(browser, (width, height), scheme, User);

        foreach (var (name, path) in Pages())
        {
            await page.GotoAsync(host.Address + path);
            await Look.AtAsync(page, $"{name}-{width}-{scheme}".ToLowerInvariant());
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
            var page = await Look.OpenAsync(browser, (width, 900), ColorScheme.Light, User, language);
            foreach (var (name, path) in Pages())
            {
                await page.GotoAsync(host.Address + path);
                await Look.FitsAsync(page, $"{name}-{width}-{language}");
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
        var page = await Look.OpenAsync(browser, (width, 900), scheme, User);

        await page.GotoAsync(host.Address + "/systemlog/settings");
        await page.FillAsync("[name=zone]", "Europe/Bergen");
        await page.FillAsync("[name=recipients]", "kari@fjell.example\nola(at)fjell.example");
        await page.ClickAsync(".settings .primary");

        await Assertions.Expect(page.Locator(".settings [aria-invalid=true]")).ToHaveCountAsync(2);
        await Look.AtAsync(page, $"settings-refused-{width}-{scheme}".ToLowerInvariant());
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
