using SystemLog.Orders;
using SystemLog.Subjects;
using SystemLog.Timeline;

namespace SystemLog.Conformance.Orders;

public abstract class OrderFactsTests(IStorageFixture storage)
{
    private readonly OrdersOfOneShop _orders = new(storage);

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(-1, false)]
    [InlineData(null, true)]
    public async Task The_snapshot_that_was_modified_last_is_kept(int? minute, bool isKept)
    {
        var state = await _orders.SavedAsync(with: snapshot => snapshot with { LastModifiedAt = Any.Monday });
        var told = state.Snapshot with { Total = new(5, "SEK"), LastModifiedAt = minute is { } later ? Any.Minute(later) : null };

        var kept = await storage.Orders.UpdateSnapshotAsync(told, Any.Minute(10));

        kept.Should().Be(isKept);
        (await _orders.FindAsync(state)).Should().Be(isKept ? state with { Snapshot = told, SnapshotAt = Any.Minute(10) } : state);
    }

    [Fact]
    public async Task A_snapshot_that_does_not_say_when_it_was_modified_counts_from_when_it_was_told()
    {
        var state = await _orders.SavedAsync();
        await storage.Orders.UpdateSnapshotAsync(state.Snapshot, Any.Minute(5));

        var before = await storage.Orders.UpdateSnapshotAsync(state.Snapshot with { LastModifiedAt = Any.Minute(4) }, Any.Minute(6));
        var after = await storage.Orders.UpdateSnapshotAsync(state.Snapshot with { LastModifiedAt = Any.Minute(6) }, Any.Minute(6));

        (before, after).Should().Be((false, true));
    }

    [Fact]
    public async Task What_was_told_last_is_what_a_search_looks_through()
    {
        var state = await _orders.SavedAsync(with: snapshot => snapshot with { Customer = new() { Name = "Kari" } });
        await storage.Orders.UpdateSnapshotAsync(state.Snapshot with { Customer = new() { Name = "Ola" } }, Any.Minute(1));

        var kari = await storage.OrderQueries.ListAsync(_orders.Shop, new() { Text = "kari" }, 10);
        var ola = await storage.OrderQueries.ListAsync(_orders.Shop, new() { Text = "ola" }, 10);

        (kari.Items.Count, ola.Items.Count).Should().Be((0, 1));
    }

    [Fact]
    public async Task Messages_are_turned_off_and_on_and_each_turn_is_told_once()
    {
        var state = await _orders.SavedAsync();

        var off = await storage.Orders.SwitchMessagesAsync(state.Order, on: false, (Any.Clerk, Any.Minute(1)));
        var offAgain = await storage.Orders.SwitchMessagesAsync(state.Order, on: false, (Any.Clerk, Any.Minute(2)));
        var sends = (await _orders.FindAsync(state)).SendsMessages;
        var on = await storage.Orders.SwitchMessagesAsync(state.Order, on: true, (Any.Clerk, Any.Minute(3)));

        (off, offAgain, on, sends).Should().Be((true, false, true, false));
        (await _orders.FindAsync(state)).SendsMessages.Should().BeTrue();
        (await ToldAsync(state)).Should().Equal(
            (Any.Minute(3), TimelineKind.OrderMessagesOn, Any.Clerk, null), (Any.Minute(1), TimelineKind.OrderMessagesOff, Any.Clerk, null));
    }

    [Fact]
    public async Task The_last_word_about_goods_that_have_left_counts_and_the_same_word_is_told_once()
    {
        var state = await _orders.SavedAsync();
        var carrier = new Actor("api", "Lager") { Kind = ActorKind.Integration };
        var posted = new HandOver(Any.Minute(1), carrier) { Carrier = "Posten", TrackingNumber = "370 7" };
        var corrected = new HandOver(Any.Minute(2), Any.Clerk);

        var first = await storage.Orders.HandOverAsync(state.Order, posted);
        var kept = (await _orders.FindAsync(state)).HandedOver;
        var again = await storage.Orders.HandOverAsync(state.Order, posted);
        var last = await storage.Orders.HandOverAsync(state.Order, corrected);

        (first, again, last).Should().Be((true, false, true));
        kept.Should().Be(posted);
        (await _orders.FindAsync(state)).HandedOver.Should().Be(corrected);
        (await ToldAsync(state)).Should().Equal(
            (Any.Minute(2), TimelineKind.OrderHandedOver, Any.Clerk, null), (Any.Minute(1), TimelineKind.OrderHandedOver, carrier, "Posten, 370 7"));
    }

    [Fact]
    public async Task A_note_stands_in_the_timeline()
    {
        var state = await _orders.SavedAsync();

        var noted = await storage.Orders.NoteAsync(state.Order, "rang, ikke\0 hjemme", (Any.Clerk, Any.Minute(1)));

        noted.Should().BeTrue();
        (await ToldAsync(state)).Should().Equal((Any.Minute(1), TimelineKind.OrderNoted, Any.Clerk, "rang, ikke\uFFFD hjemme"));
    }

    [Fact]
    public async Task Of_an_order_that_is_not_there_nothing_is_kept()
    {
        var order = new OrderRef(_orders.Shop, Any.Order());
        var snapshot = new OrderSnapshot { Shop = order.Shop, Subject = order.Subject, PlacedAt = Any.Monday };

        (await storage.Orders.UpdateSnapshotAsync(snapshot, Any.Monday)).Should().BeFalse();
        (await storage.Orders.SwitchMessagesAsync(order, on: false, (Any.Clerk, Any.Monday))).Should().BeFalse();
        (await storage.Orders.HandOverAsync(order, new(Any.Monday, Any.Clerk))).Should().BeFalse();
        (await storage.Orders.NoteAsync(order, "?", (Any.Clerk, Any.Monday))).Should().BeFalse();
        (await storage.Timeline.OfSubjectAsync(order.Shop, order.Subject, 10)).Should().BeEmpty();
    }

    private async Task<IEnumerable<(DateTimeOffset At, TimelineKind Kind, Actor Actor, string? Text)>> ToldAsync(OrderState state) =>
        (await storage.Timeline.OfSubjectAsync(state.Order.Shop, state.Order.Subject, 10)).Select(entry => (entry.At, entry.Kind, entry.Actor, entry.Text));
}
