using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using SystemLog.AspNetCore.Tests.Orders;
using SystemLog.Orders;

namespace SystemLog.AspNetCore.Tests.Customers;

public sealed class CustomerOrderTests
{
    private const string Path = "/min-profil/orders";
    private const string Page = "/min-profil";

    [Fact]
    public async Task A_customer_sees_the_orders_of_nobody_else_in_the_customers_words()
    {
        await using var panel = await StartAsync();
        await panel.TrackAsync();
        await panel.LeadAsync("1001", OrderPanel.Kari, "StartProduction");
        await panel.TrackAsync(panel.Order("1002") with { Customer = new() { Id = "c8", Name = "Somebody else" } });
        await panel.TrackAsync(panel.Order("1003", "other"));
        using var nils = panel.Browser("c7", "nb");

        var answer = await nils.GetAsync(Path);

        var orders = JsonDocument.Parse(answer.Html).RootElement.GetProperty("orders").EnumerateArray().ToList();
        orders.Select(order => order.GetProperty("number").GetString()).Should().Equal("1001");
        orders[0].GetProperty("status").GetString().Should().Be("I produksjon");
        orders[0].GetProperty("total").ToString().Should().Be("""{"minorUnits":124900,"currency":"NOK"}""");
        orders[0].GetProperty("history").EnumerateArray().Select(step => step.GetProperty("status").GetString()).Should().Equal("I produksjon", "Mottatt");
        answer.Headers["Cache-Control"].Should().Be("no-store");
        answer.Html.Should().NotContain("Somebody else").And.NotContain("1002").And.NotContain("Kari");
    }

    [Fact]
    public async Task The_note_to_the_customer_and_the_parcel_are_told_and_the_note_for_the_staff_is_not()
    {
        await using var panel = await StartAsync();
        await panel.TrackAsync();
        await panel.ApplyAsync("1001", OrderPanel.Kari, "StartProduction", new() { CustomerNote = "We begin today", InternalNote = "Difficult customer" });
        await panel.Orders.HandOverAsync(OrderPanel.Ref("1001"), new(panel.Host.Time.GetUtcNow(), new("ola", "Ola")) { Carrier = "Posten", TrackingNumber = "7043" });
        using var nils = panel.Browser("c7");

        foreach (var path in new[] { Path, Page })
        {
            (await nils.GetAsync(path)).Html.Should().Contain("We begin today").And.Contain("Posten").And.Contain("7043").And.NotContain("Difficult");
        }
    }

    [Fact]
    public async Task The_component_shows_the_customers_own_orders_as_text()
    {
        await using var panel = await StartAsync();
        await panel.TrackAsync();
        await panel.ApplyAsync("1001", OrderPanel.Kari, "StartProduction", new() { CustomerNote = "<script>alert(1)</script>" });
        using var nils = panel.Browser("c7", "da");
        using var other = panel.Browser("c8", "da");

        var page = await nils.GetAsync(Page);

        page.Text.Should().Contain("Ordre 1001").And.Contain("<script>alert(1)</script>").And.Contain("Det er der sket");
        page.Html.Should().NotContain("<script>");
        page.Headers["Cache-Control"].Should().Be("no-store");
        (await other.GetAsync(Page)).Text.Should().Be("Du har ingen ordrer endnu.");
    }

    [Fact]
    public async Task Nobody_who_is_not_signed_in_sees_anything()
    {
        await using var panel = await StartAsync();
        await panel.TrackAsync();
        using var nobody = panel.Browser("");

        (await nobody.GetAsync(Path)).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await nobody.GetAsync(Page)).Text.Should().BeEmpty();
    }

    [Fact]
    public async Task Customers_orders_without_a_policy_keep_the_host_from_starting()
    {
        var start = () => OrderPanel.StartAsync(options: new() { Map = app => app.MapSystemLogCustomerOrders(Path) });

        (await start.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*open to everybody*RequireAuthorization*");
    }

    [Fact]
    public async Task Customers_orders_without_a_workflow_say_what_to_add()
    {
        var start = () => PanelHost.StartAsync(new() { Map = app => app.MapSystemLogCustomerOrders(Path).RequireAuthorization() });

        (await start.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*AddWorkflow*");
    }

    [Fact]
    public async Task Orders_come_page_by_page()
    {
        await using var panel = await StartAsync();
        for (var i = 0; i < 25; i++)
        {
            panel.Host.Time.Advance(TimeSpan.FromMinutes(1));
            await panel.TrackAsync(panel.Order($"{1000 + i}"));
        }

        using var nils = panel.Browser("c7");

        var first = JsonDocument.Parse((await nils.GetAsync(Path)).Html).RootElement;
        var second = JsonDocument.Parse((await nils.GetAsync($"{Path}?after={first.GetProperty("next").GetString()}")).Html).RootElement;

        first.GetProperty("orders").GetArrayLength().Should().Be(20);
        second.GetProperty("orders").GetArrayLength().Should().Be(5);
        second.GetProperty("next").ValueKind.Should().Be(JsonValueKind.Null);
    }

    private static Task<OrderPanel> StartAsync() => OrderPanel.StartAsync(options: new()
    {
        SystemLog = options =>
        {
            options.RunWork = false;
            options.DefaultShop = OrderPanel.Shop;
            options.Shops.Add(new() { Id = OrderPanel.Shop, Name = "Trykkeriet" });
            options.Shops.Add(new() { Id = "other", Name = "The other shop" });
        },
        Map = app =>
        {
            app.MapSystemLog().RequireAuthorization();
            app.MapSystemLogCustomerOrders(Path).RequireAuthorization();
            app.MapGet(Page, () => new RazorComponentResult<SystemLogMyOrders>());
        },
    });
}
