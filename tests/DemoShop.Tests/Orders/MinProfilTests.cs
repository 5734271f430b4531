using System.Text.Json;
using DemoShop.Tests.Browsing;
using Microsoft.Playwright;

namespace DemoShop.Tests.Orders;

/// <summary>What a customer sees: the own orders, in the customer's words, and nothing of the house.</summary>
public sealed class MinProfilTests(BrowsedDemo demo) : IClassFixture<BrowsedDemo>
{
    [Fact]
    public async Task A_customer_sees_the_own_orders_only_on_the_page_and_as_json()
    {
        await using var visit = await demo.VisitAsync(Who.Customer, new() { Language = "nb-NO" });

        var orders = visit.Page.Locator(".systemlog-orders > li");
        await Assertions.Expect(orders).ToHaveCountAsync(2);
        await Assertions.Expect(orders.First).ToContainTextAsync("1071");
        await Assertions.Expect(orders.Last).ToContainTextAsync("Fakturert");
        await Assertions.Expect(orders.Last).ToContainTextAsync("707012345671056NO");
        var answer = await visit.Page.APIRequest.GetAsync("/min-profil/orders.json");
        using var json = JsonDocument.Parse(await answer.TextAsync());

        json.RootElement.GetProperty("orders").EnumerateArray().Select(order => order.GetProperty("number").GetString()).Should().Equal("1071", "1056");
        (await answer.TextAsync()).Should().NotContain("Jonas Lunde").And.NotContain("HTTP 500", "reasons and names are the house's");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/orders/1056")]
    [InlineData("/systemlog")]
    [InlineData("/systemlog/orders")]
    public async Task The_house_is_closed_to_customers(string address)
    {
        await using var visit = await demo.VisitAsync(Who.Customer);

        await visit.Page.GotoAsync(address);

        new Uri(visit.Page.Url).AbsolutePath.Should().Be("/sign-in");
        await Assertions.Expect(visit.Page.Locator(".systemlog-badge")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Nobody_sees_the_profile_without_signing_in_and_staff_have_none()
    {
        await using var stranger = await demo.VisitAsync(Who.Nobody);
        await stranger.Page.GotoAsync("/min-profil");
        new Uri(stranger.Page.Url).AbsolutePath.Should().Be("/sign-in");

        await using var clerk = await demo.VisitAsync(Who.Clerk);
        await clerk.Page.GotoAsync("/min-profil");
        new Uri(clerk.Page.Url).AbsolutePath.Should().Be("/sign-in");
    }
}
