using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SystemLog.AspNetCore.Access;
using SystemLog.Orders;
using SystemLog.Orders.Notices;
using SystemLog.Orders.Policies;
using SystemLog.Orders.Workflows;

namespace SystemLog.AspNetCore.Tests.Orders;

public sealed class ChangeTests
{
    private const string Form = "/orders/change";

    [Fact]
    public async Task The_page_says_what_happens_before_anything_does()
    {
        await using var panel = await ProducedAsync(orders => orders.AllShops.HoldBack = TimeSpan.FromMinutes(2));
        using var kari = panel.Browser();

        var page = await kari.GetAsync(OrderPanel.ChangeOf("Deliver"));

        page.Text.Should().Contain("Produced → to Delivered").And.Contain("E-mail to the customer (nils@berg.example), in Norwegian")
            .And.Contain("It waits 2 min first").And.Contain("Suggested for the money: draw the reserved money. Nothing moves by itself. Decided by: the default")
            .And.Contain("A message that has gone out stays out.").And.Contain("No step leads straight back.");
        (await panel.StateAsync()).Status.Should().Be("Produced");
    }

    [Fact]
    public async Task A_change_is_made_and_the_order_says_what_it_is_now()
    {
        await using var panel = await ProducedAsync();
        using var kari = panel.Browser();

        var done = await kari.SubmitAsync(
            await kari.GetAsync(OrderPanel.ChangeOf("Deliver")), Form, ("email", "1"), ("customerNote", "Ring twice."), ("internalNote", "Two boxes."));
        var order = await kari.FollowAsync(done);
        await panel.SendAsync();

        order.Text.Should().Contain("Order 1001 is now Delivered.").And.Contain("Kari: Mark as delivered").And.Contain("Ring twice.").And.Contain("Two boxes.");
        panel.Server.Sent[^1].Text.Should().Contain("Ring twice.").And.NotContain("Two boxes.");
    }

    [Fact]
    public async Task Two_clicks_are_one_change()
    {
        await using var panel = await ProducedAsync();
        using var kari = panel.Browser();
        var page = await kari.GetAsync(OrderPanel.ChangeOf("Deliver"));

        await kari.SubmitAsync(page, Form, ("email", "1"));
        var second = await kari.FollowAsync(await kari.SubmitAsync(page, Form, ("email", "1")));

        second.Text.Should().Contain("Order 1001 is now Delivered.");
        (await panel.HistoryAsync()).Count(change => change.Trigger == "Deliver").Should().Be(1);
    }

    [Fact]
    public async Task Who_was_overtaken_sees_where_the_order_is_and_keeps_what_was_typed()
    {
        await using var panel = await OrderPanel.StartAsync();
        await panel.TrackAsync();
        using var kari = panel.Browser();
        var page = await kari.GetAsync(OrderPanel.ChangeOf("Cancel"));
        await panel.LeadAsync("1001", OrderPanel.Kari, "StartProduction");

        var overtaken = await kari.SubmitAsync(page, Form, ("reason", "Ordered twice by mistake"), ("email", "1"));
        var done = await kari.FollowAsync(await kari.SubmitAsync(overtaken, Form, ("reason", "Ordered twice by mistake"), ("email", "1")));

        overtaken.Status.Should().Be(HttpStatusCode.Conflict);
        overtaken.Text.Should().Contain("Somebody was faster. By now the order is In production").And.Contain("Ordered twice by mistake");
        done.Text.Should().Contain("Order 1001 is now Cancelled.");
    }

    [Fact]
    public async Task A_refusal_says_every_reason_and_keeps_what_was_typed()
    {
        await using var panel = await OrderPanel.StartAsync();
        await panel.TrackAsync();
        using var anna = panel.Browser(OrderPanel.Anna);
        var page = await anna.GetAsync(OrderPanel.ChangeOf("Override") + "&to=Archived");

        var refused = await anna.SubmitAsync(page, Form, ("reason", "Because"), ("internalNote", "Asked on the phone"), ("email", "1"));

        refused.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        refused.Text.Should().Contain("Nothing was changed The reason must have at least 10 characters.").And.Contain("Because").And.Contain("Asked on the phone");
        (await panel.StateAsync()).Status.Should().Be("Received");
    }

    [Fact]
    public async Task Past_the_rules_a_status_is_chosen_first_and_the_history_shows_it_for_ever()
    {
        await using var panel = await OrderPanel.StartAsync();
        await panel.OrphanAsync("1001");
        using var anna = panel.Browser(OrderPanel.Anna);

        var choosing = await anna.GetAsync(OrderPanel.ChangeOf("Override"));
        var page = await anna.GetAsync(OrderPanel.ChangeOf("Override") + "&to=Delivered");
        var order = await anna.FollowAsync(await anna.SubmitAsync(page, Form, ("reason", "The status came from the old system"), ("email", "1")));

        choosing.Html.Should().Contain("<option value=\"Delivered\">");
        choosing.Html.Should().NotContain("name=\"command\"");
        page.Text.Should().Contain("The history shows for ever that the rules were passed by.");
        order.Text.Should().Contain("past the rules").And.Contain("The status came from the old system");
    }

    [Fact]
    public async Task What_would_happen_is_shown_again_with_other_choices_and_nothing_is_changed()
    {
        await using var panel = await ProducedAsync();
        using var kari = panel.Browser();
        var page = await kari.GetAsync(OrderPanel.ChangeOf("Deliver"));

        var again = await kari.SubmitAsync(page, Form, ("look", "1"), ("notify", "0"), ("sms", "1"), ("internalNote", "Two boxes."));

        again.Status.Should().Be(HttpStatusCode.OK);
        again.Text.Should().Contain("No SMS to the customer: Whoever makes the change does not want it.").And.Contain("Two boxes.");
        (await panel.StateAsync()).Status.Should().Be("Produced");
    }

    [Fact]
    public async Task Nobody_is_told_where_the_person_does_not_want_it()
    {
        await using var panel = await ProducedAsync();
        using var kari = panel.Browser();

        var order = await kari.FollowAsync(await kari.SubmitAsync(await kari.GetAsync(OrderPanel.ChangeOf("Deliver")), Form, ("notify", "0"), ("email", "1")));

        order.Text.Should().Contain("Not sent about Delivered Whoever makes the change does not want it.");
        (await panel.Queries.MessagesAsync(OrderPanel.Ref("1001"), 1, TestContext.Current.CancellationToken)).Single()
            .Suppressed.Should().Be(SuppressionReason.OperatorOptedOut);
    }

    [Fact]
    public async Task The_page_says_which_setting_lets_the_money_move_by_itself()
    {
        await using var panel = await ProducedAsync(
            orders => orders.InShop(OrderPanel.Shop).Payment = PaymentPolicy.RequestAfterCommit,
            systemLog => systemLog.AddPaymentRequests<NoRequests>());
        using var kari = panel.Browser();

        var page = await kari.GetAsync(OrderPanel.ChangeOf("Deliver"));

        page.Text.Should().Contain("It is asked for by itself once the change is saved. Decided by: the setting of this shop").And.Contain("Money moves.");
    }

    [Fact]
    public async Task What_is_not_possible_now_says_why_and_what_is_possible_instead()
    {
        await using var panel = await OrderPanel.StartAsync();
        await panel.TrackAsync();
        using var kari = panel.Browser();

        var page = await kari.GetAsync(OrderPanel.ChangeOf("Deliver"));
        var unknown = await kari.GetAsync(OrderPanel.ChangeOf("Explode"));

        page.Text.Should().Contain("This is not possible now It has to be produced first. Possible instead: Start production…");
        page.Html.Should().NotContain("name=\"command\"");
        unknown.Text.Should().Contain("There is no such change. There are:");
    }

    [Fact]
    public async Task A_forged_form_gets_no_further_than_the_rights_of_who_sends_it()
    {
        await using var panel = await ProducedAsync();
        using var kari = panel.Browser();
        using var viewer = panel.Browser($"vera;right={SystemLogRights.View};shop=main");
        await panel.FailAsync("1001");
        var fields = (await kari.GetAsync(OrderPanel.ChangeOf("Deliver"))).Form(Form).Fields;
        var token = (await viewer.GetAsync("/systemlog")).Form("/issues/solve").Fields[0];

        var forged = await viewer.PostAsync(OrderPanel.Page + "/change", [token, .. fields.Where(field => field.Name != token.Name)]);

        forged.Status.Should().Be(HttpStatusCode.Forbidden);
        forged.Text.Should().Contain("You need the right: Order manager.");
        (await panel.StateAsync()).Status.Should().Be("Produced");
    }

    [Fact]
    public async Task Only_who_has_the_right_approves()
    {
        await using var panel = await OrderPanel.StartAsync(orders => orders.AllShops.UsesApproval = true);
        await panel.TrackAsync();
        using var kari = panel.Browser();
        using var anna = panel.Browser(OrderPanel.Anna);

        var hers = await kari.GetAsync(OrderPanel.PathOf("1001"));
        var approved = await anna.FollowAsync(await anna.SubmitAsync(await anna.GetAsync(OrderPanel.ChangeOf("Approve")), Form, ("email", "1")));

        hers.Text.Should().Contain("Approve You need the right: Approver.");
        approved.Text.Should().Contain("Order 1001 is now Approved.");
    }

    [Fact]
    public async Task An_order_of_another_shop_is_answered_as_one_that_does_not_exist()
    {
        await using var panel = await OrderPanel.StartAsync();
        await panel.TrackAsync(panel.Order(shop: "other"));
        await panel.TrackAsync(panel.Order("2002"));
        using var kari = panel.Browser();
        var fields = (await kari.GetAsync(OrderPanel.ChangeOf("StartProduction", "2002"))).Form(Form).Fields.Where(field => field.Name != "number").ToList();

        foreach (var number in new[] { "1001", "none" })
        {
            (await kari.GetAsync(OrderPanel.PathOf(number))).Status.Should().Be(HttpStatusCode.NotFound);
            (await kari.GetAsync(OrderPanel.ChangeOf("StartProduction", number))).Status.Should().Be(HttpStatusCode.NotFound);
            (await kari.PostAsync(OrderPanel.Page + "/change", [.. fields, ("number", number)])).Status.Should().Be(HttpStatusCode.NotFound);
            (await kari.PostAsync(OrderPanel.Page + "/note", [.. fields, ("number", number), ("text", "x")])).Status.Should().Be(HttpStatusCode.NotFound);
            (await kari.PostAsync(OrderPanel.Page + "/change?shop=other", [.. fields, ("number", number)])).Status.Should().Be(HttpStatusCode.NotFound);
        }

        (await panel.StateAsync("1001", "other")).Status.Should().Be("Received");
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        await using var panel = await OrderPanel.StartAsync();
        await panel.TrackAsync();
        using var kari = panel.Browser();
        var fields = (await kari.GetAsync(OrderPanel.ChangeOf("StartProduction"))).Form(Form).Fields.Where(field => !field.Name.StartsWith("__", StringComparison.Ordinal));

        foreach (var path in new[] { "/change", "/note", "/messages", "/hand-over" })
        {
            (await kari.PostAsync(OrderPanel.Page + path, [.. fields])).Status.Should().Be(HttpStatusCode.BadRequest, path);
        }

        (await panel.StateAsync()).Status.Should().Be("Received");
    }

    private static async Task<OrderPanel> ProducedAsync(Action<OrderOptions>? orders = null, Action<SystemLogBuilder>? more = null)
    {
        var panel = await OrderPanel.StartAsync(orders, more);
        await panel.TrackAsync(panel.Order() with { Payment = new(PaymentState.Authorized) { AuthorizedMinor = 124_900 } });
        await panel.LeadAsync("1001", OrderPanel.Kari, "StartProduction", "FinishProduction");
        return panel;
    }

    private sealed class NoRequests : IPaymentRequests
    {
        public Task RequestAsync(OrderRef order, PaymentHint operation, string idempotencyKey, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}
