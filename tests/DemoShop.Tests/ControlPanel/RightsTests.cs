using DemoShop.Tests.Browsing;
using Microsoft.Playwright;

namespace DemoShop.Tests.ControlPanel;

/// <summary>Who sees what.</summary>
public sealed class RightsTests(BrowsedDemo demo) : IClassFixture<BrowsedDemo>
{
    [Theory]
    [InlineData(nameof(Who.Merchant), 1)]
    [InlineData(nameof(Who.Clerk), 0)]
    public async Task Only_the_merchant_reads_what_providers_answered(string who, int sections)
    {
        await using var visit = await demo.VisitAsync(Enum.Parse<Who>(who));
        await visit.OpenOverviewAsync();

        await visit.RowsOf("1040").GetByRole(AriaRole.Link, new() { Name = "Details" }).ClickAsync();

        await Assertions.Expect(visit.Page.Locator(".advice")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Newest answers" })).ToHaveCountAsync(sections);
        (await visit.Page.ContentAsync()).Contains("error_messages", StringComparison.Ordinal).Should().Be(sections > 0);
    }

    [Fact]
    public async Task The_merchant_changes_shops_and_the_clerk_sees_one()
    {
        await using var merchant = await demo.VisitAsync(Who.Merchant);
        await merchant.OpenOverviewAsync();
        await merchant.Page.GetByLabel("Choose shop").ClickAsync();
        await merchant.Page.GetByRole(AriaRole.Link, new() { Name = "Fjordstrikk Outlet" }).ClickAsync();
        await Assertions.Expect(merchant.RowsOf("5002")).ToHaveCountAsync(1);
        await Assertions.Expect(merchant.RowsOf("1040")).ToHaveCountAsync(0);

        await using var clerk = await demo.VisitAsync(Who.Clerk);
        await clerk.OpenOverviewAsync();
        await Assertions.Expect(clerk.RowsOf("1040")).ToHaveCountAsync(1);
        await Assertions.Expect(clerk.Page.GetByLabel("Choose shop")).ToHaveCountAsync(0);
        (await clerk.Page.APIRequest.GetAsync("/systemlog?shop=outlet")).Status.Should().Be(404);
        (await clerk.Page.APIRequest.GetAsync("/orders/5002")).Status.Should().Be(404);
    }

    [Fact]
    public async Task A_stranger_is_asked_to_sign_in_and_comes_back()
    {
        await using var visit = await demo.VisitAsync(Who.Nobody);

        await visit.OpenOverviewAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in as clerk" }).ClickAsync();

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Orders that need a hand" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_panel_speaks_the_language_of_the_browser()
    {
        await using var visit = await demo.VisitAsync(Who.Clerk, new() { Language = "nb-NO" });

        await visit.OpenOverviewAsync();

        await Assertions.Expect(visit.Page.Locator(".sl")).ToHaveAttributeAsync("lang", "nb");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Historikk" })).ToBeVisibleAsync();
    }
}
