using SystemLog.Orders;
using SystemLog.Orders.Notices;
using SystemLog.Orders.Workflows;
using SystemLog.Subjects;

namespace SystemLog.Conformance.Orders;

public abstract class OrderStoreTests(IStorageFixture storage)
{
    private readonly OrdersOfOneShop _orders = new(storage);

    [Fact]
    public async Task A_saved_order_comes_back_whole()
    {
        var write = Whole();

        var saved = await storage.Orders.SaveAsync(write);

        saved.Should().Be(OrderSaved.Saved);
        (await _orders.FindAsync(write.State)).Should().Be(write.State);
        (await storage.Orders.LastChangeAsync(write.State.Order)).Should().Be(write.Change);
        (await storage.Orders.FindCommandAsync(_orders.Shop, write.Change!.CommandId!)).Should().Be(write.Change);
        (await storage.Orders.MessagesOfAsync(write.State.Order, "1")).Should().Equal(write.Messages);
        (await _orders.HasWorkAsync("mail")).Should().BeTrue();
    }

    [Fact]
    public async Task An_order_of_which_little_is_known_comes_back_as_it_was()
    {
        var state = await _orders.SavedAsync();

        (await _orders.FindAsync(state)).Should().Be(state);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var order = _orders.New().State.Order;

        (await storage.Orders.FindAsync(order)).Should().BeNull();
        (await storage.Orders.LastChangeAsync(order)).Should().BeNull();
        (await storage.Orders.FindCommandAsync(_orders.Shop, "c1")).Should().BeNull();
        (await storage.Orders.MessagesOfAsync(order, "1")).Should().BeEmpty();
    }

    [Fact]
    public async Task Names_that_no_database_stores_are_not_found_and_not_saved()
    {
        var order = new OrderRef(_orders.Shop, SubjectRef.Order("10\u00001"));

        var save = () => storage.Orders.SaveAsync(_orders.New(order.Subject));

        await save.Should().ThrowAsync<ArgumentException>();
        (await storage.Orders.FindAsync(order)).Should().BeNull();
        (await storage.Orders.FindCommandAsync(_orders.Shop, "\ud800")).Should().BeNull();
        (await storage.Orders.HandOverAsync(order, new(Any.Monday, Any.Clerk))).Should().BeFalse();
    }

    [Fact]
    public async Task Hostile_texts_are_stored_without_what_cannot_be_and_cut()
    {
        var state = await _orders.SavedAsync(with: snapshot => snapshot with
        {
            Customer = new() { Name = "Ola\0 \ud800" + new string('x', 5_000), Email = "ola\0@example.com" },
            AdminUrl = "/a\udc00",
        });

        var snapshot = (await _orders.FindAsync(state)).Snapshot;

        snapshot.Customer.Name.Should().StartWith("Ola\uFFFD \uFFFDx").And.HaveLength(200);
        (snapshot.Customer.Email, snapshot.AdminUrl).Should().Be(("ola\uFFFD@example.com", "/a\uFFFD"));
    }

    [Fact]
    public async Task The_id_of_a_customer_is_refused_rather_than_cut()
    {
        var save = () => _orders.SavedAsync(with: snapshot => snapshot with { Customer = new() { Id = new string('9', 257) } });

        await save.Should().ThrowAsync<ArgumentException>().WithMessage("The id of the customer*");
    }

    [Fact]
    public async Task The_history_has_no_gaps_and_each_change_begins_where_the_one_before_ended()
    {
        var state = await _orders.SavedAsync();
        foreach (var status in new[] { "Packed", "Sent", "Packed", "Sent", "Done" })
        {
            var write = OrdersOfOneShop.To(state, status);
            (await storage.Orders.SaveAsync(write)).Should().Be(OrderSaved.Saved);
            state = write.State;
        }

        var history = await storage.OrderQueries.HistoryAsync(state.Order, 100);

        history.Select(change => (change.Sequence, change.From, change.To)).Should().Equal(
            (6, "Sent", "Done"), (5, "Packed", "Sent"), (4, "Sent", "Packed"), (3, "Packed", "Sent"), (2, "New", "Packed"), (1, null, "New"));
        (await storage.OrderQueries.HistoryAsync(state.Order, 2, before: 5)).Select(change => change.Sequence).Should().Equal(4, 3);
        (await _orders.FindAsync(state)).Should().Be(state);
    }

    [Fact]
    public async Task A_change_keeps_what_was_told_of_the_order_meanwhile()
    {
        var seen = await _orders.SavedAsync();
        await storage.Orders.UpdateSnapshotAsync(seen.Snapshot with { InvoiceNumber = "F-1" }, Any.Minute(1));
        await storage.Orders.SwitchMessagesAsync(seen.Order, on: false, (Any.Clerk, Any.Minute(2)));
        await storage.Orders.HandOverAsync(seen.Order, new(Any.Minute(3), Any.Clerk));

        await storage.Orders.SaveAsync(OrdersOfOneShop.To(seen, "Error") with { State = Broken(seen) });

        var state = await _orders.FindAsync(seen);
        (state.Snapshot.InvoiceNumber, state.SendsMessages, state.HandedOver is not null).Should().Be(("F-1", false, true));
        (state.Status, state.StatusBeforeError, state.IsApproved, state.Version).Should().Be(("Error", "New", true, 2));
    }

    public static TheoryData<string, long> Misfits { get; } = new()
    {
        { "New", 1 }, { "New", 3 }, { "New", 9 }, { "Other", 2 },
    };

    [Theory]
    [MemberData(nameof(Misfits))]
    public async Task A_change_that_does_not_follow_leaves_nothing(string from, long sequence)
    {
        var state = await _orders.SavedAsync();
        var before = await _orders.AllOfAsync(state);
        var misfit = sequence == 1 ? _orders.New(state.Order.Subject) : OrdersOfOneShop.To(state with { Status = from, Version = sequence - 1 }, "Sent");

        var saved = await storage.Orders.SaveAsync(misfit with { Messages = [OrdersOfOneShop.Message("9")], Work = [_orders.Work("mail")] });

        saved.Should().Be(OrderSaved.Conflict);
        (await _orders.AllOfAsync(state)).Should().BeEquivalentTo(before);
        (await _orders.HasWorkAsync("mail")).Should().BeFalse();
    }

    [Fact]
    public async Task A_change_of_an_order_that_is_not_there_leaves_nothing()
    {
        var write = OrdersOfOneShop.To(_orders.New().State, "Sent");

        (await storage.Orders.SaveAsync(write)).Should().Be(OrderSaved.Conflict);

        (await storage.Orders.LastChangeAsync(write.State.Order)).Should().BeNull();
    }

    [Fact]
    public async Task The_same_command_is_one_change_whatever_it_is_sent_for_again()
    {
        var state = await _orders.SavedAsync();
        var other = await _orders.SavedAsync();
        var first = OrdersOfOneShop.To(state, "Sent", "c1");
        await storage.Orders.SaveAsync(first);
        var before = (await _orders.AllOfAsync(state), await _orders.AllOfAsync(other));

        var again = await storage.Orders.SaveAsync(first with { Messages = [OrdersOfOneShop.Message("2")] });
        var later = await storage.Orders.SaveAsync(OrdersOfOneShop.To(first.State, "Done", "c1"));
        var elsewhere = await storage.Orders.SaveAsync(OrdersOfOneShop.To(other, "Sent", "c1") with { Work = [_orders.Work("mail")] });

        new[] { again, later, elsewhere }.Should().AllBeEquivalentTo(OrderSaved.SameCommand);
        (await _orders.AllOfAsync(state), await _orders.AllOfAsync(other)).Should().BeEquivalentTo(before);
        (await _orders.HasWorkAsync("mail")).Should().BeFalse();
    }

    [Fact]
    public async Task What_keeps_the_status_keeps_its_messages_and_its_work_once()
    {
        var state = await _orders.SavedAsync();
        var write = OrdersOfOneShop.Kept(state, "Reschedule c1") with { Work = [_orders.Work("move")] };

        var first = await storage.Orders.SaveAsync(write);
        await storage.Orders.SaveAsync(OrdersOfOneShop.To(state, "Sent"));
        var again = await storage.Orders.SaveAsync(write with { Work = [_orders.Work("again")] });

        (first, again).Should().Be((OrderSaved.Saved, OrderSaved.SameCommand));
        (await storage.OrderQueries.HistoryAsync(state.Order, 10)).Should().HaveCount(2);
        (await storage.OrderQueries.MessagesAsync(state.Order, 10)).Should().Equal(write.Messages);
        (await _orders.HasWorkAsync("move"), await _orders.HasWorkAsync("again")).Should().Be((true, false));
    }

    [Fact]
    public async Task What_keeps_the_status_of_an_order_that_has_moved_on_leaves_nothing()
    {
        var state = await _orders.SavedAsync();
        await storage.Orders.SaveAsync(OrdersOfOneShop.To(state, "Sent"));

        var late = await storage.Orders.SaveAsync(OrdersOfOneShop.Kept(state, "Reschedule c1"));
        var nowhere = await storage.Orders.SaveAsync(OrdersOfOneShop.Kept(_orders.New().State, "Reschedule c1"));

        (late, nowhere).Should().Be((OrderSaved.Conflict, OrderSaved.Conflict));
        (await storage.OrderQueries.MessagesAsync(state.Order, 10)).Should().BeEmpty();
    }

    private OrderWrite Whole()
    {
        var write = _orders.New(new("booking", "Å 1/2"));
        var state = write.State with
        {
            StatusBeforeError = "Before",
            IsApproved = true,
            WasPlacedByApprover = true,
            SendsMessages = false,
            HandedOver = new(Any.Minute(3), new("api", "Lager") { Kind = ActorKind.Integration }) { Carrier = "Posten", TrackingNumber = "370 7" },
            Snapshot = write.State.Snapshot with
            {
                Total = new(124_900, "NOK"),
                OrderClass = "made-to-order",
                PlacedBy = new("k1", "Kjøper") { Kind = ActorKind.Customer },
                PlacedByApprover = false,
                Customer = new() { Id = "k1", Name = "Kari Ærø", Email = "kari@example.com", Phone = "+47 912 34 567", Language = "nb", AcceptsEmail = false, AcceptsSms = false },
                Payment = new(PaymentState.PartiallyCaptured) { IsOnline = false, AuthorizedMinor = 1, CapturedMinor = 2, RefundedMinor = 3, HasOperationInFlight = true },
                NeedsProduction = false,
                ExpectsInvoice = true,
                InvoiceNumber = "F-17",
                StartsAt = Any.Minute(90),
                SourceApp = "Nettivaraus",
                SourceVersion = "8425",
                LastModifiedAt = Any.Minute(-1),
                AdminUrl = "/admin/1",
                CustomerUrl = "https://shop.example/1?t=a\"b",
            },
        };
        return write with
        {
            State = state,
            Change = write.Change! with
            {
                IsAutomatic = true, Actor = new("vipps", "Vipps") { Kind = ActorKind.Provider }, Reason = "why", CustomerNote = "for you",
                InternalNote = "for us", IsOverride = true, CommandId = "c-whole", CorrelationId = "r1", PaymentHint = PaymentHint.Refund,
            },
            Messages =
            [
                OrdersOfOneShop.Message("1"),
                OrdersOfOneShop.Message("1", MessageChannels.Sms, MessageState.Suppressed) with { Suppressed = SuppressionReason.NoAddress, Recipient = null, Detail = "none" },
                OrdersOfOneShop.Message("1") with { Audience = Audience.Approvers, Recipient = "a@example.com,b@example.com" },
            ],
            Work = [_orders.Work("mail")],
        };
    }

    private static OrderState Broken(OrderState seen) =>
        OrdersOfOneShop.To(seen, "Error").State with { StatusBeforeError = "New", IsApproved = true };
}
