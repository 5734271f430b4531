using SystemLog.Orders;
using SystemLog.Orders.Notices;
using SystemLog.Orders.Workflows;

namespace SystemLog.Tests.Orders;

public sealed class TrackingTests
{
    [Fact]
    public async Task An_order_placed_by_somebody_without_the_right_waits_for_approval()
    {
        await using var shop = await PrintShop.OpenAsync();

        var tracked = await shop.TrackAsync();

        tracked.IsNew.Should().BeTrue();
        tracked.State.Status.Should().Be("NotApproved");
        (await shop.HistoryAsync()).Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Sequence = 1, From = (string?)null, To = "NotApproved", Trigger = "Place", Transition = "I2", IsAutomatic = true });
        tracked.Messages.Should().OnlyContain(message => message.State == MessageState.Planned)
            .And.Contain(message => message.Audience == Audience.Approvers && message.Recipient == "anna@shop.example");
    }

    [Fact]
    public async Task An_order_placed_by_an_approver_is_approved_and_says_by_whom()
    {
        await using var shop = await PrintShop.OpenAsync();

        var tracked = await shop.TrackAsync(shop.Order() with { PlacedBy = PrintShop.Anna, PlacedByApprover = null });

        tracked.State.Should().BeEquivalentTo(new { Status = "Approved", IsApproved = true, WasPlacedByApprover = true });
        (await shop.HistoryAsync())[0].Actor.Should().Be(PrintShop.Anna);
    }

    [Fact]
    public async Task Without_approval_an_order_is_received()
    {
        await using var shop = await PrintShop.OpenAsync(orders => orders.InShop(PrintShop.Id).UsesApproval = false);

        (await shop.TrackAsync()).State.Status.Should().Be("Received");
    }

    [Fact]
    public async Task An_unpaid_card_order_waits_for_its_payment_and_goes_on_when_the_provider_says_so()
    {
        await using var shop = await PrintShop.OpenAsync();
        await shop.TrackAsync(shop.CardOrder(new(PaymentState.Pending)));
        var before = await shop.StateAsync();
        await shop.TrackAsync(shop.CardOrder(new(PaymentState.Authorized) { AuthorizedMinor = 49_900 }));

        var paid = await shop.ApplyAsync("ConfirmPayment", PrintShop.Vipps);

        before.Status.Should().Be("PaymentPending");
        paid.Should().BeOfType<ChangeResult.Changed>().Which.State.Status.Should().Be("NotApproved");
    }

    [Fact]
    public async Task What_the_host_tells_again_is_kept_and_begins_nothing_anew()
    {
        await using var shop = await PrintShop.OpenAsync();
        await shop.TrackAsync();

        var again = await shop.TrackAsync(shop.Order() with { Customer = new() { Id = "c7", Email = "new@customer.example" } });

        again.IsNew.Should().BeFalse();
        again.Messages.Should().BeEmpty();
        again.State.Snapshot.Customer.Email.Should().Be("new@customer.example");
        (await shop.HistoryAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_shop_that_is_not_configured_and_a_type_without_a_workflow_are_bugs_of_the_caller()
    {
        await using var shop = await PrintShop.OpenAsync();

        var elsewhere = () => shop.TrackAsync(shop.Order() with { Shop = "nowhere" });
        var untyped = () => shop.TrackAsync(shop.Order() with { Subject = new("booking", "1") });

        await elsewhere.Should().ThrowAsync<ArgumentException>().WithMessage("*'nowhere'*");
        await untyped.Should().ThrowAsync<ArgumentException>().WithMessage("*AddWorkflow(\"booking\"*");
    }

    [Fact]
    public async Task An_import_takes_states_over_and_tells_nobody_and_goes_on_where_it_broke_off()
    {
        await using var shop = await PrintShop.OpenAsync();
        var since = shop.Time.GetUtcNow() - TimeSpan.FromDays(3);
        ImportedOrder[] all = [.. Enumerable.Range(1, 1_200).Select(number => new ImportedOrder(shop.Order($"{number}"), number == 7 ? "Lost" : "recived", since))];

        var first = await shop.Orders.ImportAsync(all.Take(700), cancellationToken: PrintShop.Cancellation);
        var second = await shop.Orders.ImportAsync(all, cancellationToken: PrintShop.Cancellation);
        await shop.PassAsync();

        first.Should().BeEquivalentTo(new { Imported = 699, AlreadyThere = 0, RefusedCount = 1 });
        second.Should().BeEquivalentTo(new { Imported = 500, AlreadyThere = 699, RefusedCount = 1 });
        second.Refused.Should().Equal((PrintShop.Ref("7"), "Lost"));
        (await shop.StateAsync("1200")).Should().BeEquivalentTo(new { Status = "Received", StatusSince = since, Version = 1, IsApproved = true });
        (await shop.HistoryAsync("1200")).Should().ContainSingle().Which.Trigger.Should().Be(StatusChange.ImportTrigger);
        shop.Server.Sent.Should().BeEmpty();
    }
}
