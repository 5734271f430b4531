using DemoShop.Tests.Browsing;
using Microsoft.Playwright;

namespace DemoShop.Tests.ControlPanel;

/// <summary>The README's pictures. They are written where SYSTEMLOG_SCREENSHOTS is 1, and otherwise only taken and looked at.</summary>
public sealed class ScreenshotTests(BrowsedDemo demo) : IClassFixture<BrowsedDemo>
{
    // A page without text and colour compresses to less.
    private const int SmallestPicture = 20_000;

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task The_pictures_of_the_readme_show_a_day_at_work(string scheme)
    {
        await using var visit = await demo.VisitAsync(Who.Merchant, new() { Dark = scheme == "dark" });
        var page = visit.Page;

        await visit.OpenOverviewAsync();
        await TakeAsync(page, $"overview-{scheme}");
        await page.GotoAsync("/systemlog/causes");
        await TakeAsync(page, $"grouped-{scheme}");
        await visit.OpenOverviewAsync();
        await visit.RowsOf("1040").GetByRole(AriaRole.Link, new() { Name = "Details" }).ClickAsync();
        await Assertions.Expect(page.Locator(".advice")).ToBeVisibleAsync();
        await TakeAsync(page, $"details-{scheme}");
        await page.GotoAsync("/systemlog/history");
        await TakeAsync(page, $"history-{scheme}");
        await page.GotoAsync("/orders/1040");
        await TakeAsync(page, $"shop-{scheme}");
    }

    [Fact]
    public async Task The_phone_has_its_picture_too()
    {
        await using var visit = await demo.VisitAsync(Who.Merchant, new() { Width = 390, Height = 844 });

        await visit.OpenOverviewAsync();

        await TakeAsync(visit.Page, "overview-phone-light");
    }

    private static async Task TakeAsync(IPage page, string name)
    {
        var picture = await page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled });
        picture.Length.Should().BeGreaterThan(SmallestPicture, $"{name} shows something");
        if (Environment.GetEnvironmentVariable("SYSTEMLOG_SCREENSHOTS") == "1")
        {
            Directory.CreateDirectory(Paths.Images);
            await File.WriteAllBytesAsync(Path.Combine(Paths.Images, name + ".png"), picture, TestContext.Current.CancellationToken);
        }
    }
}
