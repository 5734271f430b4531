using System.Net;
using SystemLog.AspNetCore.Access;
using SystemLog.Orders;
using SystemLog.Orders.Workflows;

namespace SystemLog.AspNetCore.Tests.Orders;

public sealed class OrderPageTests
{
    [Fact]
    public async Task The_page_shows_where_the_order_was_where_it_is_and_what_comes_next()
    {
        await using var panel = await OrderPanel.StartAsync();
        await panel.TrackAsync();
        await panel.LeadAsync("1001", OrderPanel.Kari, "StartProduction");
        using var kari = panel.Browser();

        var page = await kari.GetAsync(OrderPanel.PathOf("1001"));

        page.Text.Should().Contain("Received: has been, 20 Nov, 07:12 In production: is now, 20 Nov, 07:32 Produced: comes next Delivered: comes next Invoiced: comes next");
        page.Html.Should().Contain("<svg class=\"wide\"").And.Contain("<svg class=\"tall\"");
    }

    [Fact]
    public async Task An_order_in_an_error_shows_the_status_it_goes_back_to()
    {
        await using var panel = await OrderPanel.StartAsync();
        await panel.TrackAsync();
        await panel.LeadAsync("1001", OrderPanel.Kari, "StartProduction");
        await panel.BySystemAsync("1001", "Fail", new() { Issue = "1-a", Reason = "No bleed" });
        using var kari = panel.Browser();

        var page = await kari.GetAsync(OrderPanel.PathOf("1001"));

        page.Text.Should().Contain("Error: is now, 20 Nov, 07:32 In production: comes next").And.Contain("Before it: In production.").And.Contain("No bleed");
    }

    [Fact]
    public async Task What_can_be_done_are_buttons_and_what_cannot_says_why()
    {
        await using var panel = await OrderPanel.StartAsync();
        await panel.TrackAsync();
        using var kari = panel.Browser();

        var page = await kari.GetAsync(OrderPanel.PathOf("1001"));

        page.Links.Should().Contain(OrderPanel.ChangeOf("StartProduction"));
        page.Links.Should().NotContain(OrderPanel.ChangeOf("Deliver"));
        page.Text.Should().Contain("Not possible now Mark as delivered It has to be produced first.")
            .And.Contain("Set another status You need the right: Pass the rules.").And.Contain("What the system does itself Stop because of an error → Error");
    }

    [Fact]
    public async Task A_note_stands_in_the_timeline_and_one_too_long_is_kept_on_the_page()
    {
        await using var panel = await OrderPanel.StartAsync();
        await panel.TrackAsync();
        using var kari = panel.Browser();
        var page = await kari.GetAsync(OrderPanel.PathOf("1001"));

        var noted = await kari.FollowAsync(await kari.SubmitAsync(page, "/orders/note", ("text", "Called <i>Nils</i>")));
        var refused = await kari.SubmitAsync(page, "/orders/note", ("text", new string('x', ChangeOptions.MaxNoteLength + 1)));

        noted.Text.Should().Contain("Note saved.").And.Contain("Kari noted").And.Contain("Called <i>Nils</i>");
        noted.Html.Should().NotContain("<i>Nils");
        refused.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        refused.Text.Should().Contain("A note has 1 to 4,000 characters.").And.Contain("xxxxxxxx");
    }

    [Fact]
    public async Task The_messages_of_an_order_are_turned_off_and_on()
    {
        await using var panel = await OrderPanel.StartAsync();
        await panel.TrackAsync();
        using var kari = panel.Browser();

        var off = await kari.FollowAsync(await kari.SubmitAsync(await kari.GetAsync(OrderPanel.PathOf("1001")), "/orders/messages"));
        var sends = (await panel.StateAsync()).SendsMessages;
        var on = await kari.FollowAsync(await kari.SubmitAsync(off, "/orders/messages"));

        off.Text.Should().Contain("The messages of this order are off.").And.Contain("Messages are off").And.Contain("Kari turned the messages of the order off");
        sends.Should().BeFalse();
        on.Text.Should().Contain("Messages are on");
    }

    [Fact]
    public async Task The_goods_have_left_whatever_the_status()
    {
        await using var panel = await OrderPanel.StartAsync();
        await panel.TrackAsync();
        using var kari = panel.Browser();
        var page = await kari.GetAsync(OrderPanel.PathOf("1001"));

        var gone = await kari.FollowAsync(await kari.SubmitAsync(page, "/orders/hand-over", ("carrier", "Posten"), ("tracking", "7043")));
        var forged = await kari.SubmitAsync(page, "/orders/hand-over", ("carrier", new string('x', HandOver.MaxLength + 1)));

        gone.Text.Should().Contain("Noted that the goods have left.").And.Contain("20 Nov, 07:12, by Kari").And.Contain("Carrier Posten Tracking number 7043");
        (await panel.StateAsync()).Status.Should().Be("Received");
        forged.Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Who_may_only_look_gets_no_forms_and_403_to_a_forged_one()
    {
        await using var panel = await OrderPanel.StartAsync();
        await panel.TrackAsync();
        await panel.FailAsync("1001");
        using var viewer = panel.Browser($"vera;right={SystemLogRights.View};shop=main");

        var page = await viewer.GetAsync(OrderPanel.PathOf("1001"));
        var token = (await viewer.GetAsync("/systemlog")).Form("/issues/solve").Fields[0];

        page.Text.Should().Contain("There is nothing for you to do now.").And.Contain("You need the right: Production.");
        foreach (var deed in new[] { "/note", "/messages", "/hand-over" })
        {
            page.HasForm("/orders" + deed).Should().BeFalse();
            (await viewer.PostAsync(OrderPanel.Page + deed, [token, ("type", "order"), ("number", "1001"), ("text", "x"), ("on", "0")]))
                .Status.Should().Be(HttpStatusCode.Forbidden, deed);
        }
    }

    [Fact]
    public async Task The_timeline_shows_one_kind_of_thing_on_demand()
    {
        await using var panel = await OrderPanel.StartAsync();
        await panel.TrackAsync();
        await panel.FailAsync("1001");
        using var kari = panel.Browser();
        await kari.SubmitAsync(await kari.GetAsync(OrderPanel.PathOf("1001")), "/orders/note", ("text", "A word on paper"));

        async Task<string> ShownAsync(string view) => (await kari.GetAsync($"/systemlog/subjects?type=order&number=1001&show={view}")).Text;

        (await ShownAsync("notes")).Should().Contain("A word on paper").And.NotContain("About to be sent").And.NotContain("First occurrence");
        (await ShownAsync("messages")).Should().Contain("About to be sent about Received").And.NotContain("A word on paper");
        (await ShownAsync("issues")).Should().Contain("First occurrence").And.NotContain("A word on paper");
        (await ShownAsync("status")).Should().Contain("Nils Berg (customer): Place the order").And.NotContain("A word on paper");
    }

    [Fact]
    public async Task The_settings_in_force_say_which_one_decided()
    {
        await using var panel = await OrderPanel.StartAsync(orders =>
        {
            orders.InShop(OrderPanel.Shop).ArchiveAfter = TimeSpan.FromDays(30);
            orders.AllShops.Notices[("F2", Audience.Customer)] = true;
        });
        await panel.TrackAsync();
        using var kari = panel.Browser();

        var page = await kari.GetAsync("/systemlog/orders/policy?type=order&number=1001");

        page.Text.Should().Contain("May be archived after 30 days the setting of this shop")
            .And.Contain("Start production → In production the customer: unless somebody turns it off the setting for all shops");
    }
}
