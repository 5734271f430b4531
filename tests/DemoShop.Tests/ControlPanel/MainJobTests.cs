using DemoShop.Tests.Browsing;
using Microsoft.Playwright;

namespace DemoShop.Tests.ControlPanel;

/// <summary>The merchant's main job, in a browser: see what needs a hand and why, fix it, tick it off.</summary>
public sealed class MainJobTests(BrowsedDemo demo) : IClassFixture<BrowsedDemo>
{
    [Theory]
    [InlineData("1043", true)]
    [InlineData("1041", false)]
    public async Task A_clerk_reads_the_advice_ticks_off_and_takes_it_back_with_and_without_script(string order, bool script)
    {
        await using var visit = await demo.VisitAsync(Who.Clerk, new() { Script = script });
        var page = visit.Page;
        var before = await visit.BadgeAsync();

        await page.Locator(".shop-bar .systemlog-badge").ClickAsync();
        await visit.RowsOf(order).GetByRole(AriaRole.Link, new() { Name = "Details" }).ClickAsync();
        (await page.Locator(".advice .lead").InnerTextAsync()).Split(' ').Should().HaveCountGreaterThan(4, "the advice comes first and is a sentence");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Overview" }).ClickAsync();
        await visit.RowsOf(order).GetByRole(AriaRole.Button, new() { Name = "Mark as solved" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 issue marked as solved.");
        await Assertions.Expect(visit.RowsOf(order)).ToHaveCountAsync(0);
        (await visit.BadgeAsync()).Should().Be(before - 1);

        await page.GetByRole(AriaRole.Link, new() { Name = "History" }).ClickAsync();
        await Assertions.Expect(visit.RowsOf(order)).ToContainTextAsync("Jonas Lunde");

        await visit.RowsOf(order).GetByRole(AriaRole.Button, new() { Name = "Reopen" }).ClickAsync();
        await visit.OpenOverviewAsync();
        await Assertions.Expect(visit.RowsOf(order)).ToHaveCountAsync(1);
        (await visit.BadgeAsync()).Should().Be(before);
    }

    [Fact]
    public async Task Undo_brings_back_what_was_ticked_off()
    {
        await using var visit = await demo.VisitAsync(Who.Merchant);
        await visit.OpenOverviewAsync();

        await visit.RowsOf("1021").GetByRole(AriaRole.Button, new() { Name = "Mark as solved" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Status).GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 issue is open again.");
        await Assertions.Expect(visit.RowsOf("1021")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_capture_that_succeeds_in_the_shops_own_admin_solves_its_issue()
    {
        await using var visit = await demo.VisitAsync(Who.Merchant);
        var page = visit.Page;
        await visit.OpenOverviewAsync();
        await Assertions.Expect(visit.RowsOf("1038")).ToHaveCountAsync(1);

        await page.GotoAsync("/orders/1038");
        await page.GetByRole(AriaRole.Button, new() { Name = "Capture" }).ClickAsync();
        await Assertions.Expect(page.Locator(".history li").First).ToContainTextAsync("Captured");

        await ReloadUntilAsync(page, "/systemlog/history", visit.RowsOf("1038"));
        await Assertions.Expect(visit.RowsOf("1038")).ToContainTextAsync("The system");
        await visit.OpenOverviewAsync();
        await Assertions.Expect(visit.RowsOf("1038")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_capture_that_fails_in_the_shops_own_admin_is_counted()
    {
        await using var visit = await demo.VisitAsync(Who.Clerk);
        var page = visit.Page;

        await page.GotoAsync("/orders/1040");
        var told = await page.Locator(".history li").CountAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Capture" }).ClickAsync();
        await Assertions.Expect(page.Locator(".history li")).ToHaveCountAsync(told + 1);
        await Assertions.Expect(page.Locator(".history li").First).ToContainTextAsync("Capture failed");

        await ReloadUntilAsync(page, "/systemlog", visit.RowsOf("1040").Filter(new() { Has = page.Locator(".c-times b", new() { HasTextString = "3" }) }));
    }

    [Fact]
    public async Task One_cause_of_many_orders_is_solved_at_once_and_brought_back()
    {
        await using var visit = await demo.VisitAsync(Who.Merchant);
        var page = visit.Page;
        await visit.OpenOverviewAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "By cause" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Solve all 5" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Solve all 5" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("5 issues marked as solved.");
        await visit.OpenOverviewAsync();
        await Assertions.Expect(visit.RowsOf("1052")).ToHaveCountAsync(0);
        await page.GotoAsync("/systemlog/history");
        await Assertions.Expect(visit.RowsOf("1052")).ToContainTextAsync("Ingrid Fjelde");
    }

    [Fact]
    public async Task Everything_of_one_order_is_solved_at_once()
    {
        await using var visit = await demo.VisitAsync(Who.Clerk);
        var page = visit.Page;
        await visit.OpenOverviewAsync();
        await Assertions.Expect(visit.RowsOf("1033")).ToHaveCountAsync(2);

        await visit.RowsOf("1033").First.GetByRole(AriaRole.Link, new() { Name = "Details" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Solve all 2" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Solve all 2" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("2 issues marked as solved.");
        await visit.OpenOverviewAsync();
        await Assertions.Expect(visit.RowsOf("1033")).ToHaveCountAsync(0);
    }

    /// <summary>What is reported is stored within moments; the page shows it the next time it is read.</summary>
    private static async Task ReloadUntilAsync(IPage page, string address, ILocator expected)
    {
        await page.GotoAsync(address);
        for (var reload = 0; reload < 50 && await expected.CountAsync() == 0; reload++)
        {
            await page.ReloadAsync();
        }

        await Assertions.Expect(expected).ToHaveCountAsync(1);
    }
}
