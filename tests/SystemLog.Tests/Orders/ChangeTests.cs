using SystemLog.Orders;
using SystemLog.Orders.Notices;
using SystemLog.Orders.Workflows;

namespace SystemLog.Tests.Orders;

public sealed class ChangeTests
{
    [Fact]
    public async Task An_approver_approves_and_the_history_says_so()
    {
        await using var shop = await PrintShop.OpenAsync();
        await shop.TrackAsync();
        shop.Time.Advance(TimeSpan.FromMinutes(5));

        var result = await shop.ApplyAsync("Approve", PrintShop.Anna, new() { InternalNote = "Looks fine", CorrelationId = "click-1" });

        var changed = result.Should().BeOfType<ChangeResult.Changed>().Subject;
        changed.State.Should().BeEquivalentTo(new { Status = "Approved", Version = 2, IsApproved = true, StatusSince = shop.Time.GetUtcNow() });
        (await shop.HistoryAsync())[0].Should().BeEquivalentTo(new
        {
            Sequence = 2, From = "NotApproved", To = "Approved", Transition = "A1", IsAutomatic = false, Actor = PrintShop.Anna, InternalNote = "Looks fine",
            CorrelationId = "click-1", IsOverride = false,
        });
    }

    [Fact]
    public async Task A_refusal_names_every_reason_and_what_is_allowed()
    {
        await using var shop = await PrintShop.OpenAsync();
        await shop.TrackAsync();

        var result = await shop.ApplyAsync("Reject", PrintShop.Ola);

        var refused = result.Should().BeOfType<ChangeResult.Refused>().Subject;
        refused.Reasons.Should().BeEquivalentTo([new Refusal(RefusalCodes.MissingRight, [OrderRights.Approver]), new Refusal("ReasonMissing")]);
        refused.Allowed.Select(choice => choice.Trigger.Name).Should().Equal("Cancel");
        (await shop.StateAsync()).Version.Should().Be(1);
    }

    [Fact]
    public async Task An_unknown_trigger_and_an_unknown_status_are_refused_with_those_that_exist()
    {
        await using var shop = await PrintShop.OpenAsync();
        await shop.TrackAsync();

        var trigger = await shop.ApplyAsync("Teleport", PrintShop.Anna);
        var status = await shop.ApplyAsync("Override", PrintShop.Anna, new() { To = "Lost", Reason = "because it is gone" });

        trigger.Should().BeOfType<ChangeResult.Refused>().Which.Reasons.Should().ContainSingle()
            .Which.Should().Match<Refusal>(it => it.Code == RefusalCodes.UnknownTrigger && it.Values.Contains("Approve"));
        status.Should().BeOfType<ChangeResult.Refused>().Which.Reasons.Should().ContainSingle()
            .Which.Should().Match<Refusal>(it => it.Code == RefusalCodes.UnknownStatus && it.Values.Count == 13);
    }

    [Fact]
    public async Task An_order_of_another_shop_is_as_one_that_does_not_exist()
    {
        await using var shop = await PrintShop.OpenAsync();
        await shop.TrackAsync();
        Task<ChangeResult> ApproveIn(string where, string number) =>
            shop.Orders.ApplyAsync(OrderRef.Order(where, number), "Approve", PrintShop.Anna, cancellationToken: PrintShop.Cancellation);

        var others = await ApproveIn("other", "1001");
        var nowhere = await ApproveIn("nowhere", "1001");
        var none = await ApproveIn(PrintShop.Id, "9999");

        foreach (var result in new[] { others, nowhere, none })
        {
            var refused = result.Should().BeOfType<ChangeResult.Refused>().Subject;
            refused.Reasons.Should().ContainSingle().Which.Should().BeEquivalentTo(new Refusal(RefusalCodes.NotFound));
            refused.Allowed.Should().BeEmpty();
        }
    }

    [Fact]
    public async Task A_stale_version_is_a_conflict_that_tells_the_present_state()
    {
        await using var shop = await PrintShop.OpenAsync();
        await shop.LeadAsync(("Approve", PrintShop.Anna));

        var stale = await shop.ApplyAsync("StartProduction", PrintShop.Ola, new() { ExpectedVersion = 1 });
        var fresh = await shop.ApplyAsync("StartProduction", PrintShop.Ola, new() { ExpectedVersion = 2 });

        stale.Should().BeOfType<ChangeResult.Conflict>().Which.Current.Should().BeEquivalentTo(new { Status = "Approved", Version = 2 });
        fresh.Should().BeOfType<ChangeResult.Changed>();
    }

    [Fact]
    public async Task The_same_command_twice_is_one_change_wherever_the_order_is_by_then()
    {
        await using var shop = await PrintShop.OpenAsync();
        await shop.TrackAsync();
        var command = new ChangeOptions { CommandId = "form-17" };
        await shop.ApplyAsync("Approve", PrintShop.Anna, command);
        await shop.ApplyAsync("StartProduction", PrintShop.Ola);

        var again = await shop.ApplyAsync("Approve", PrintShop.Anna, command);
        var withVersion = await shop.ApplyAsync("Approve", PrintShop.Anna, command with { ExpectedVersion = 1 });

        again.Should().BeOfType<ChangeResult.NoChange>().Which.Should().BeEquivalentTo(new { Why = NoChangeReason.SameCommand, State = new { Status = "Processing" } });
        withVersion.Should().BeOfType<ChangeResult.NoChange>().Which.Why.Should().Be(NoChangeReason.SameCommand);
        (await shop.HistoryAsync()).Should().HaveCount(3);
    }

    [Fact]
    public async Task What_is_there_already_is_no_change_and_nothing_wrong()
    {
        await using var shop = await PrintShop.OpenAsync();
        await shop.LeadAsync(("Approve", PrintShop.Anna));

        var again = await shop.ApplyAsync("Approve", PrintShop.Anna);

        again.Should().BeOfType<ChangeResult.NoChange>().Which.Why.Should().Be(NoChangeReason.AlreadyThere);
    }

    [Theory]
    [InlineData("too short", false)]
    [InlineData("customer phoned: it was delivered in March", true)]
    public async Task An_override_needs_a_reason_of_ten_characters_and_is_marked_for_ever(string reason, bool allowed)
    {
        await using var shop = await PrintShop.OpenAsync();
        await shop.TrackAsync();

        var result = await shop.ApplyAsync("Override", PrintShop.Anna, new() { To = "archived", Reason = reason });

        (result is ChangeResult.Changed).Should().Be(allowed);
        (await shop.HistoryAsync())[0].IsOverride.Should().Be(allowed);
        (await shop.StateAsync()).Status.Should().Be(allowed ? "Archived" : "NotApproved");
    }

    [Fact]
    public async Task An_order_comes_back_from_an_error_to_where_it_was_and_nobody_is_told_twice()
    {
        await using var shop = await PrintShop.OpenAsync();
        await shop.LeadAsync(("Approve", PrintShop.Anna), ("Receive", PrintShop.Ola), ("StartProduction", PrintShop.Ola));
        await shop.ApplyAsync("Fail", Actor.System, new() { Issue = "i-1" });
        var failed = await shop.StateAsync();
        await shop.PassAsync();
        var told = shop.Server.Sent.Count;

        var back = await shop.ApplyAsync("Resume", PrintShop.Ola);
        await shop.PassAsync();

        failed.Should().BeEquivalentTo(new { Status = "Error", StatusBeforeError = "Processing" });
        var changed = back.Should().BeOfType<ChangeResult.Changed>().Subject;
        changed.State.Should().BeEquivalentTo(new { Status = "Processing", StatusBeforeError = (string?)null });
        changed.Messages.Should().OnlyContain(message => message.Suppressed == SuppressionReason.ReentryAfterError);
        shop.Server.Sent.Should().HaveCount(told);
    }

    [Fact]
    public async Task What_comes_in_during_an_error_is_done_in_its_order_when_the_order_is_back()
    {
        await using var shop = await PrintShop.OpenAsync();
        await shop.TrackAsync(shop.CardOrder(new(PaymentState.Pending)));
        await shop.ApplyAsync("Fail", Actor.System, new() { Issue = "i-1" });
        await shop.TrackAsync(shop.CardOrder(new(PaymentState.Authorized) { AuthorizedMinor = 49_900 }));

        var waits = await shop.ApplyAsync("ConfirmPayment", PrintShop.Vipps, new() { CommandId = "event-1" });
        await shop.PassAsync();
        var during = await shop.StateAsync();
        await shop.ApplyAsync("Resume", PrintShop.Ola);
        await shop.PassAsync();

        waits.Should().BeOfType<ChangeResult.NoChange>().Which.Why.Should().Be(NoChangeReason.WaitsForResume);
        during.Status.Should().Be("Error");
        (await shop.StateAsync()).Status.Should().Be("NotApproved");
        (await shop.HistoryAsync())[0].Should().BeEquivalentTo(new { Trigger = "ConfirmPayment", CommandId = "event-1", Actor = PrintShop.Vipps, IsAutomatic = true });
    }

    [Fact]
    public async Task A_customer_cancels_the_customers_own_order_and_no_other()
    {
        await using var shop = await PrintShop.OpenAsync();
        await shop.TrackAsync();
        var stranger = new Actor("c8", "Nosy") { Kind = ActorKind.Customer };
        var customer = new Actor("c7", "Kari Kunde") { Kind = ActorKind.Customer };

        var others = await shop.ApplyAsync("Cancel", stranger, new() { Reason = "no more" });
        var own = await shop.ApplyAsync("Cancel", customer, new() { Reason = "no more" });

        others.Should().BeOfType<ChangeResult.Refused>().Which.Reasons.Should().ContainSingle().Which.Code.Should().Be(RefusalCodes.MissingRight);
        own.Should().BeOfType<ChangeResult.Changed>();
    }

    [Fact]
    public async Task An_order_with_an_open_issue_is_not_put_away()
    {
        await using var shop = await PrintShop.OpenAsync();
        await shop.TrackAsync();
        await shop.ApplyAsync("Reject", PrintShop.Anna, new() { Reason = "no budget" });
        shop.Time.Advance(TimeSpan.FromDays(91));
        await shop.FailAsync();

        var result = await shop.ApplyAsync("Archive", PrintShop.Ola);

        result.Should().BeOfType<ChangeResult.Refused>().Which.Reasons.Should().ContainSingle().Which.Should().BeEquivalentTo(new Refusal("SomethingOpen"));
    }

    [Fact]
    public async Task Texts_are_bounded_and_hold_no_card_numbers()
    {
        await using var shop = await PrintShop.OpenAsync();
        await shop.TrackAsync();

        var tooLong = await shop.ApplyAsync("Reject", PrintShop.Anna, new() { Reason = new('x', 1_001), InternalNote = new('x', 4_001) });
        await shop.ApplyAsync("Reject", PrintShop.Anna, new() { Reason = "paid with 4111 1111 1111 1111 he says" });

        tooLong.Should().BeOfType<ChangeResult.Refused>().Which.Reasons.Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new Refusal(RefusalCodes.TextTooLong, ["reason", "internalNote"]));
        (await shop.HistoryAsync())[0].Reason.Should().NotContain("4111 1111 1111 1111").And.Contain("he says");
    }

    [Fact]
    public async Task Of_many_who_click_at_once_one_changes_the_order_and_all_know_where_it_is()
    {
        await using var shop = await PrintShop.OpenAsync();
        await shop.TrackAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => shop.ApplyAsync("Approve", PrintShop.Anna))));

        results.OfType<ChangeResult.Changed>().Should().ContainSingle();
        results.Where(result => result is not ChangeResult.Changed).Should().OnlyContain(result => StatusIn(result) == "Approved");
        (await shop.HistoryAsync()).Should().HaveCount(2);
    }

    [Fact]
    public async Task Goods_that_left_and_notes_stand_apart_from_the_status()
    {
        await using var shop = await PrintShop.OpenAsync();
        await shop.TrackAsync();

        var left = await shop.Orders.HandOverAsync(
            PrintShop.Ref(), new(shop.Time.GetUtcNow(), PrintShop.Ola) { Carrier = "Posten", TrackingNumber = "370" }, PrintShop.Cancellation);
        var noted = await shop.Orders.NoteAsync(PrintShop.Ref(), "Customer phoned", PrintShop.Ola, PrintShop.Cancellation);
        var nobody = await shop.Orders.NoteAsync(PrintShop.Ref("9999"), "Customer phoned", PrintShop.Ola, PrintShop.Cancellation);

        (left, noted, nobody).Should().Be((true, true, false));
        (await shop.StateAsync()).Should().BeEquivalentTo(new { Status = "NotApproved", Version = 1, HandedOver = new { Carrier = "Posten", TrackingNumber = "370", By = PrintShop.Ola } });
    }

    private static string StatusIn(ChangeResult result) => result switch
    {
        ChangeResult.NoChange none => none.State.Status,
        ChangeResult.Conflict conflict => conflict.Current.Status,
        _ => result.ToString(),
    };
}
