using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SystemLog.Orders.Workflows;
using SystemLog.Subjects;

namespace SystemLog.AspNetCore.Tests.Orders;

public sealed class OrderListTests
{
    [Fact]
    public async Task A_row_says_number_status_customer_and_total_and_how_many_issues_are_untreated()
    {
        await using var panel = await OrderPanel.StartAsync();
        await panel.TrackAsync();
        await panel.TrackAsync(panel.Order("1002"));
        await panel.FailAsync("1002");
        using var kari = panel.Browser();

        var list = await kari.GetAsync(OrderPanel.Page);

        list.Text.Should().Contain("1001 Received just now Nils Berg 1,249.00 NOK").And.Contain("1 untreated issue").And.NotContain("2 untreated");
        list.Links.Should().Contain(OrderPanel.PathOf("1001"));
    }

    [Fact]
    public async Task A_host_without_a_workflow_has_neither_the_page_nor_its_place_in_the_navigation()
    {
        await using var host = await PanelHost.StartAsync();
        using var kari = host.Browser();

        (await kari.GetAsync("/systemlog")).Links.Should().NotContain(OrderPanel.Page);
        (await kari.GetAsync(OrderPanel.Page)).Status.Should().Be(HttpStatusCode.NotFound);
        (await kari.GetAsync(OrderPanel.ChangeOf("Deliver"))).Status.Should().Be(HttpStatusCode.NotFound);
        (await kari.GetAsync("/systemlog/orders/policy?type=order&number=1001")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_search_says_how_many_orders_it_hides_and_shows_them_on_demand()
    {
        await using var panel = await OrderPanel.StartAsync();
        for (var i = 1; i <= 4; i++)
        {
            await panel.TrackAsync(panel.Order($"100{i}") with { Customer = new() { Id = $"c{i}", Name = i == 2 ? "Ida Moe" : "Nils Berg" } });
        }

        using var kari = panel.Browser();

        var found = await kari.GetAsync(OrderPanel.Page + "?q=ida+moe&status=Received");
        var all = await kari.GetAsync(found.Links.Single(link => link == OrderPanel.Page + "?status=Received"));

        found.Text.Should().Contain("The search hides 3 other orders. Show all").And.Contain("1002").And.NotContain("1003");
        all.Text.Should().Contain("1003").And.NotContain("hides");
    }

    [Theory]
    [InlineData("status=Processing", "1002")]
    [InlineData("status=role:New", "1001")]
    public async Task Orders_are_filtered_by_status_and_by_what_several_statuses_mean(string filter, string number)
    {
        await using var panel = await OrderPanel.StartAsync();
        await panel.TrackAsync();
        await panel.TrackAsync(panel.Order("1002"));
        await panel.LeadAsync("1002", OrderPanel.Kari, "StartProduction");
        using var kari = panel.Browser();

        var list = await kari.GetAsync($"{OrderPanel.Page}?{filter}");

        list.Links.Where(link => link.Contains("/subjects/")).Should().Equal(OrderPanel.PathOf(number));
    }

    [Fact]
    public async Task Pages_follow_each_other_by_key()
    {
        await using var panel = await OrderPanel.StartAsync(options: new() { Panel = options => options.PageSize = 10 });
        for (var i = 0; i < 25; i++)
        {
            panel.Host.Time.Advance(TimeSpan.FromMinutes(1));
            await panel.TrackAsync(panel.Order($"{1000 + i}"));
        }

        using var kari = panel.Browser();
        var seen = new List<string>();
        for (var page = await kari.GetAsync(OrderPanel.Page); ;)
        {
            seen.AddRange(page.Links.Where(link => link.Contains("/subjects/")));
            if (page.Links.FirstOrDefault(link => link.Contains("after=")) is not { } next)
            {
                break;
            }

            page = await kari.GetAsync(next);
        }

        seen.Should().Equal(Enumerable.Range(1000, 25).Reverse().Select(number => OrderPanel.PathOf($"{number}")));
    }

    [Fact]
    public async Task An_order_whose_status_is_not_defined_any_more_is_marked_and_told_of_above_the_list()
    {
        await using var panel = await OrderPanel.StartAsync();
        await panel.TrackAsync();
        await panel.OrphanAsync("0998");
        using var kari = panel.Browser();

        var list = await kari.GetAsync(OrderPanel.Page);
        var orphans = await kari.GetAsync(list.Links.Single(link => link.Contains("orphans=1")));
        var order = await kari.GetAsync(OrderPanel.PathOf("0998"));

        list.Text.Should().Contain("1 order has a status that is not defined any more.").And.Contain("Packed (not defined any more)");
        orphans.Links.Where(link => link.Contains("/subjects/")).Should().Equal(OrderPanel.PathOf("0998"));
        order.Text.Should().Contain("The status of this order is not defined any more.");
    }

    [Fact]
    public async Task Every_type_of_subject_with_a_workflow_has_a_list_of_its_own()
    {
        await using var panel = await OrderPanel.StartAsync(more: systemLog => systemLog.AddWorkflow(SubjectTypes.Booking, OrderWorkflow.Reservation));
        await panel.TrackAsync();
        await panel.TrackAsync(panel.Order("77") with { Subject = new(SubjectTypes.Booking, "77") });
        using var kari = panel.Browser();

        var orders = await kari.GetAsync(OrderPanel.Page);
        var bookings = await kari.GetAsync(orders.Links.Single(link => link == OrderPanel.Page + "?type=booking"));

        orders.Links.Where(link => link.Contains("/subjects/")).Should().Equal(OrderPanel.PathOf("1001"));
        bookings.Links.Where(link => link.Contains("/subjects/")).Should().Equal("/systemlog/subjects/booking/77");
        bookings.Text.Should().Contain("Not confirmed");
    }

    [Fact]
    public async Task Orders_of_two_shops_with_the_same_number_never_meet()
    {
        await using var panel = await OrderPanel.StartAsync();
        await panel.TrackAsync(panel.Order() with { Customer = new() { Id = "a", Name = "Ada Main" } });
        await panel.TrackAsync(panel.Order(shop: "other") with { Customer = new() { Id = "b", Name = "Bo Other" } });
        using var both = panel.Browser("kari;shop=main;shop=other");

        (await both.GetAsync(OrderPanel.Page + "?shop=main")).Text.Should().Contain("Ada Main").And.NotContain("Bo Other");
        (await both.GetAsync(OrderPanel.Page + "?shop=other")).Text.Should().Contain("Bo Other").And.NotContain("Ada Main");
    }

    [Fact]
    public async Task What_customers_typed_is_text_and_nothing_else()
    {
        await using var panel = await OrderPanel.StartAsync();
        await panel.TrackAsync(panel.Order("<b>1</b>/../x") with { Customer = new() { Id = "x", Name = "<script>alert(1)</script>\u202Egnp.exe" } });
        using var kari = panel.Browser();

        var list = await kari.GetAsync(OrderPanel.Page + "?q=%3Cscript%3E");
        var order = await kari.GetAsync(list.Links.Single(link => link.Contains("/subjects")));

        foreach (var page in new[] { list, order })
        {
            page.Status.Should().Be(HttpStatusCode.OK);
            page.Html.Should().NotContain("<script>alert").And.NotContain("<b>1</b>").And.NotContain("\u202E");
            page.Text.Should().Contain("<script>alert(1)</script>");
        }
    }
}
