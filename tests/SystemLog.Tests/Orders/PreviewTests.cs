using SystemLog.Orders;
using SystemLog.Orders.Notices;
using SystemLog.Orders.Policies;
using SystemLog.Orders.Workflows;

namespace SystemLog.Tests.Orders;

public sealed class PreviewTests
{
    private static readonly OrderPayment s_reserved = new(PaymentState.Authorized) { AuthorizedMinor = 49_900 };

    [Fact]
    public async Task A_preview_says_everything_that_would_happen_and_changes_nothing()
    {
        await using var shop = await PrintShop.OpenAsync();
        await shop.TrackAsync(shop.CardOrder(s_reserved) with { NeedsProduction = false });
        await shop.ApplyAsync("Approve", PrintShop.Anna);

        var preview = await shop.PreviewAsync("Deliver", PrintShop.Ola);

        preview.Should().BeEquivalentTo(new
        {
            IsAllowed = true,
            To = new { Code = "Delivered" },
            Payment = PaymentHint.Capture,
            PaymentPolicy = new { Value = PaymentPolicy.Suggest, DecidedBy = PolicyLevel.BuiltIn },
            Final = new[] { PreviewFinality.MessageGoesOut, PreviewFinality.NoWayBack },
        });
        preview.Messages.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { State = MessageState.Planned, Recipient = "kari@customer.example", Channel = MessageChannels.Email, Language = "nb" });
        (await shop.StateAsync()).Version.Should().Be(2);
    }

    [Fact]
    public async Task A_preview_of_what_is_not_allowed_names_every_reason_and_what_is()
    {
        await using var shop = await PrintShop.OpenAsync();
        await shop.LeadAsync(("Approve", PrintShop.Anna));

        var preview = await shop.PreviewAsync("Deliver", new("u9", "Nobody"));
        var manager = await shop.PreviewAsync("Deliver", PrintShop.Ola);

        preview.Refusals.Select(refusal => refusal.Code).Should().BeEquivalentTo(RefusalCodes.MissingRight, "NeedsProduction");
        preview.Allowed.Should().BeEmpty();
        manager.Refusals.Should().ContainSingle().Which.Should().BeEquivalentTo(new Refusal("NeedsProduction"));
        manager.Allowed.Select(choice => choice.Trigger.Name).Should().BeEquivalentTo("Receive", "StartProduction", "Cancel");
    }

    [Fact]
    public async Task A_preview_and_the_change_agree_about_messages_and_money()
    {
        await using var shop = await PrintShop.OpenAsync();
        await shop.TrackAsync(shop.CardOrder(s_reserved));
        var options = new ChangeOptions { Reason = "no budget", Notify = false };

        var preview = await shop.PreviewAsync("Reject", PrintShop.Anna, options);
        var changed = (ChangeResult.Changed)await shop.ApplyAsync("Reject", PrintShop.Anna, options);

        changed.Messages.Should().BeEquivalentTo(preview.Messages);
        changed.Change!.PaymentHint.Should().Be(preview.Payment).And.Be(PaymentHint.CancelAuthorization);
    }

    [Fact]
    public async Task Goods_that_leave_with_no_money_in_sight_are_warned_of()
    {
        await using var shop = await PrintShop.OpenAsync(orders => orders.AllShops.UsesApproval = false);
        await shop.TrackAsync(shop.CardOrder(s_reserved));
        await shop.ApplyAsync("StartProduction", PrintShop.Ola);
        await shop.ApplyAsync("FinishProduction", PrintShop.Ola);
        await shop.TrackAsync(shop.CardOrder(new(PaymentState.Cancelled)));

        var preview = await shop.PreviewAsync("Deliver", PrintShop.Ola);

        preview.IsAllowed.Should().BeTrue();
        preview.Warnings.Should().ContainSingle().Which.Should().BeEquivalentTo(new Refusal("NothingReservedYet"));
        preview.Payment.Should().Be(PaymentHint.None);
    }

    [Fact]
    public async Task Where_staff_see_to_the_money_nothing_is_suggested()
    {
        await using var shop = await PrintShop.OpenAsync(orders => orders.OfClass(PrintShop.Id, "gift").Payment = PaymentPolicy.Manual);
        await shop.TrackAsync(shop.CardOrder(s_reserved) with { OrderClass = "gift" });

        var preview = await shop.PreviewAsync("Reject", PrintShop.Anna, new() { Reason = "no budget" });

        preview.Payment.Should().Be(PaymentHint.None);
        preview.PaymentPolicy.Should().Be(new PolicyValue<PaymentPolicy>(PaymentPolicy.Manual, PolicyLevel.OrderClass));
    }

    [Fact]
    public async Task An_order_that_is_not_there_has_no_preview()
    {
        await using var shop = await PrintShop.OpenAsync();

        (await shop.Orders.PreviewAsync(PrintShop.Ref("9999"), "Approve", PrintShop.Anna, cancellationToken: PrintShop.Cancellation)).Should().BeNull();
        (await shop.Orders.PreviewAsync(OrderRef.Order("nowhere", "1"), "Approve", PrintShop.Anna, cancellationToken: PrintShop.Cancellation)).Should().BeNull();
    }
}
