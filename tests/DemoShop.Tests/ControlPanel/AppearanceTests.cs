using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using DemoShop.Tests.Browsing;
using Microsoft.Playwright;

namespace DemoShop.Tests.ControlPanel;

/// <summary>What holds on every page, whoever looks at it and with whatever.</summary>
public sealed class AppearanceTests(BrowsedDemo demo) : IClassFixture<BrowsedDemo>
{
    private static readonly string[] Pages =
        ["/sign-in", "/", "/orders/1040", "/z-reports", "/systemlog", "/systemlog/causes", "/systemlog/history", "/systemlog/subjects/order/1033"];

    public static TheoryData<string, bool> PagesAndSchemes { get; } = [.. Pages.SelectMany(page => new (string, bool)[] { (page, false), (page, true) })];

    public static TheoryData<string> EveryPage { get; } = [.. Pages];

    [Theory]
    [MemberData(nameof(PagesAndSchemes))]
    public async Task Axe_finds_nothing_serious(string address, bool dark)
    {
        await using var visit = await demo.VisitAsync(Who.Merchant, new() { Dark = dark });
        await visit.Page.GotoAsync(address);

        await CheckAsync(visit.Page);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Axe_finds_nothing_serious_in_the_details(bool dark)
    {
        await using var visit = await demo.VisitAsync(Who.Merchant, new() { Dark = dark });
        await visit.OpenOverviewAsync();
        await visit.RowsOf("1040").GetByRole(AriaRole.Link, new() { Name = "Details" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".advice")).ToBeVisibleAsync();

        await CheckAsync(visit.Page);
    }

    [Theory]
    [MemberData(nameof(EveryPage))]
    public async Task No_page_scrolls_sideways_on_a_phone(string address)
    {
        await using var visit = await demo.VisitAsync(Who.Merchant, new() { Width = 390, Height = 844 });
        await visit.Page.GotoAsync(address);

        await ExpectNoSidewaysAsync(visit.Page);
    }

    [Fact]
    public async Task The_details_do_not_scroll_sideways_on_a_phone()
    {
        await using var visit = await demo.VisitAsync(Who.Merchant, new() { Width = 390, Height = 844 });
        await visit.OpenOverviewAsync();
        await visit.RowsOf("1040").GetByRole(AriaRole.Link, new() { Name = "Details" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".advice")).ToBeVisibleAsync();

        await ExpectNoSidewaysAsync(visit.Page);
    }

    private static async Task ExpectNoSidewaysAsync(IPage page) =>
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(390);

    private static async Task CheckAsync(IPage page)
    {
        var result = await page.RunAxe(new AxeRunOptions());

        result.Violations
            .Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}")
            .Should().BeEmpty();
    }
}
