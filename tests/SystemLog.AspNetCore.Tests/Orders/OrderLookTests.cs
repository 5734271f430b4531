using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SystemLog.Conformance;
using SystemLog.Orders.Workflows;
using SystemLog.Subjects;

namespace SystemLog.AspNetCore.Tests.Orders;

/// <summary>The pages of orders in a real browser: narrow and wide, light and dark, in every language.</summary>
public sealed class OrderLookTests
{
    [Theory]
    [InlineData(1280, 900, ColorScheme.Light)]
    [InlineData(1280, 900, ColorScheme.Dark)]
    [InlineData(390, 1500, ColorScheme.Light)]
    [InlineData(390, 1500, ColorScheme.Dark)]
    public async Task Every_page_of_orders_is_accessible_and_never_scrolls_sideways(int width, int height, ColorScheme scheme)
    {
        await using var panel = await StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Executable, Args = Chromium.Arguments });
        var page = await Look.OpenAsync(browser, (width, height), scheme, OrderPanel.Anna);

        foreach (var (name, path) in Pages())
        {
            await page.GotoAsync(panel.Host.Address + path);
            await Look.AtAsync(page, $"{name}-{width}-{scheme}".ToLowerInvariant());
        }
    }

    [Theory]
    [MemberData(nameof(TextTests.Languages), MemberType = typeof(TextTests))]
    public async Task The_words_of_every_language_fit(string language)
    {
        await using var panel = await StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Executable, Args = Chromium.Arguments });

        foreach (var width in (int[])[1280, 390])
        {
            var page = await Look.OpenAsync(browser, (width, 900), ColorScheme.Light, OrderPanel.Anna, language);
            foreach (var (name, path) in Pages())
            {
                await page.GotoAsync(panel.Host.Address + path);
                await Look.FitsAsync(page, $"{name}-{width}-{language}");
            }
        }
    }

    private static IEnumerable<(string Name, string Path)> Pages() =>
    [
        ("orders", OrderPanel.Page),
        ("orders-hidden", OrderPanel.Page + "?q=kari"),
        ("orders-orphans", OrderPanel.Page + "?orphans=1"),
        ("order-story", OrderPanel.PathOf(BelievableOrders.Story)),
        ("order-approval", OrderPanel.PathOf("1050")),
        ("order-failed", OrderPanel.PathOf("1052")),
        ("order-left", OrderPanel.PathOf("1034")),
        ("order-orphan", OrderPanel.PathOf("0998")),
        ("order-deliver", OrderPanel.ChangeOf("Deliver", BelievableOrders.Story)),
        ("order-reject", OrderPanel.ChangeOf("Reject", "1050")),
        ("order-override", OrderPanel.ChangeOf("Override", BelievableOrders.Story)),
        ("order-override-to", OrderPanel.ChangeOf("Override", BelievableOrders.Story) + "&to=Received"),
        ("order-cannot", OrderPanel.ChangeOf("FinishProduction", BelievableOrders.Story)),
        ("order-policy", $"/systemlog/orders/policy?type=order&number={BelievableOrders.Story}"),
    ];

    private static async Task<OrderPanel> StartAsync()
    {
        Requirement.Met(Chromium.Missing);
        var panel = await OrderPanel.StartAsync(
            orders =>
            {
                orders.AllShops.UsesApproval = true;
                orders.AllShops.ApproverAddresses = ["anna@trykkeriet.example"];
                orders.AllShops.HoldBack = TimeSpan.FromMinutes(1);
            },
            systemLog => systemLog.AddWorkflow(SubjectTypes.Booking, OrderWorkflow.Reservation),
            new() { RealServer = true, Panel = options => (options.BackUrl, options.BackLabel) = ("/admin", "Trykkeriet admin") });
        await BelievableOrders.SeedAsync(panel);
        return panel;
    }
}
