using DemoShop.Tests.Browsing;
using Microsoft.Playwright;

namespace DemoShop.Tests.Orders;

/// <summary>The way an order goes: approved, sent, stopped by an error and back, as the staff see it.</summary>
public sealed class OrderStatusTests(BrowsedDemo demo) : IClassFixture<BrowsedDemo>
{
    private const string Orderer = "oystein@ronning-interior.example.no";

    [Fact]
    public async Task An_order_of_a_company_waits_until_somebody_with_the_right_approves_it()
    {
        await using var clerk = await demo.VisitAsync(Who.Clerk);
        await clerk.OpenOrderAsync("1071");
        await Assertions.Expect(clerk.Page.GetByRole(AriaRole.Button, new() { Name = "Approve" })).ToBeDisabledAsync();
        (await clerk.Page.APIRequest.GetAsync("/systemlog/orders/change?type=order&number=1071&trigger=Approve")).Status.Should().Be(200);
        await Assertions.Expect(clerk.Page.GetByRole(AriaRole.Link, new() { Name = "Approve…" })).ToHaveCountAsync(0);

        await using var merchant = await demo.VisitAsync(Who.Merchant);
        await merchant.OpenOrderAsync("1071");
        await merchant.Page.GetByRole(AriaRole.Link, new() { Name = "Approve…" }).ClickAsync();
        await Assertions.Expect(merchant.Page.Locator(".effects")).ToContainTextAsync(Orderer);
        (await Mails.AboutAsync(demo, "1071", Orderer)).Should().Equal("Din ordre 1071: Venter på godkjenning");
        await merchant.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();

        await Assertions.Expect(merchant.Page.Locator("#timeline li").Filter(new() { HasText = "Ingrid Fjelde" })).ToContainTextAsync("Approved");
        (await Mails.UntilAsync(demo, "1071", Orderer, "Din ordre 1071: Godkjent"))
            .Should().Equal("Din ordre 1071: Venter på godkjenning", "Din ordre 1071: Godkjent");
    }

    [Fact]
    public async Task A_parcel_that_left_is_told_to_the_customer_once_with_carrier_and_number_on_the_page()
    {
        await using var visit = await demo.VisitAsync(Who.Clerk);

        await visit.OpenOrderAsync("1031");

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("707012345671031NO");
        await Assertions.Expect(visit.Page.Locator("#timeline li").Filter(new() { HasText = "said that the goods have left" })).ToContainTextAsync("Jonas Lunde");
        (await Mails.AboutAsync(demo, "1031", "kari.nordmann@example.no")).Should().Equal("Din ordre 1031: Godkjent", "Din ordre 1031: Levert");
    }

    [Fact]
    public async Task A_parcel_sent_from_the_shops_own_page_moves_the_order_and_the_shops_own_row()
    {
        await using var visit = await demo.VisitAsync(Who.Merchant);
        var page = visit.Page;

        await page.GotoAsync("/orders/1034");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the parcel" }).ClickAsync();

        (await Mails.UntilAsync(demo, "1034", "sindre.lie@example.no", "Din ordre 1034: Levert")).Should().EndWith("Din ordre 1034: Levert");
        var status = page.Locator(".heading .status[data-status=Delivered]");
        for (var reload = 0; reload < 50 && await status.CountAsync() == 0; reload++)
        {
            await page.ReloadAsync();
        }

        await Assertions.Expect(status).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_order_that_an_error_stopped_comes_back_to_where_it_was_and_nobody_is_mailed_twice()
    {
        await using var visit = await demo.VisitAsync(Who.Merchant);

        await visit.OpenOrderAsync("1056");
        var changes = await visit.Page.Locator("#timeline li").AllInnerTextsAsync();
        var told = changes.ToList();

        told.FindIndex(line => line.Contains("Stop because of an error", StringComparison.Ordinal)).Should()
            .BeGreaterThan(told.FindIndex(line => line.Contains("Resume", StringComparison.Ordinal)), "the newest stands first, and both are there");
        told.Should().Contain(line => line.Contains("It came back from an error", StringComparison.Ordinal) && line.Contains("Not sent", StringComparison.Ordinal));
        (await Mails.AboutAsync(demo, "1056", Orderer)).Should()
            .Equal("Din ordre 1056: Venter på godkjenning", "Din ordre 1056: Godkjent", "Din ordre 1056: Levert");
    }

    [Fact]
    public async Task An_order_that_stands_in_an_error_is_let_go_on_by_hand()
    {
        await using var visit = await demo.VisitAsync(Who.Clerk);
        await visit.OpenOrderAsync("1048");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Resume…" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();

        await Assertions.Expect(visit.Page.Locator("#timeline li").Filter(new() { HasText = "Resume" }).First).ToContainTextAsync("Delivered");
        (await Mails.AboutAsync(demo, "1048", "post@fjellheim-barnehage.example.no")).Where(subject => subject.EndsWith("Levert", StringComparison.Ordinal))
            .Should().ContainSingle();
    }

    [Fact]
    public async Task A_status_that_somebody_wrote_past_the_workflow_is_an_issue_of_the_order()
    {
        await using var visit = await demo.VisitAsync(Who.Merchant);

        await visit.OpenOverviewAsync();

        await Assertions.Expect(visit.RowsOf("1032")).ToContainTextAsync("The shop shows another status");
    }
}
