using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SystemLog.AspNetCore.Tests;

/// <summary>Looks at pages as a person with a browser does. Set SYSTEMLOG_SCREENSHOT_FOLDER to look at them too.</summary>
internal static class Look
{
    /// <summary>Opens a browser in which somebody is signed in.</summary>
    public static async Task<IPage> OpenAsync(IBrowser browser, (int Width, int Height) size, ColorScheme scheme, string user, string language = "en-GB")
    {
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = size.Width, Height = size.Height },
            ColorScheme = scheme,
            Locale = language,
            BypassCSP = true,
            ExtraHTTPHeaders = new Dictionary<string, string> { [TestUser.Header] = user },
        });
        return await context.NewPageAsync();
    }

    /// <summary>Holds a page to the width it has.</summary>
    public static async Task FitsAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SYSTEMLOG_SCREENSHOT_FOLDER") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = page.ViewportSize!.Width > 400 });
        }

        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        overflow.Should().Be(0, name);
    }

    /// <summary>Holds a page to the width it has, and to what everybody can use.</summary>
    public static async Task AtAsync(IPage page, string name)
    {
        await FitsAsync(page, name);

        // The frame of the previewed mail runs no script, so axe would wait for it for ever.
        var axe = await page.RunAxe(new AxeRunOptions { Iframes = false });
        axe.Violations.Where(violation => violation.Impact is "serious" or "critical")
            .SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}"))
            .Should().BeEmpty(name);
    }
}
