using SystemLog.Orders;
using SystemLog.Orders.Notices;

namespace SystemLog.Conformance.Orders;

public abstract class OrderMessageTests(IStorageFixture storage)
{
    private readonly OrdersOfOneShop _orders = new(storage);

    [Fact]
    public async Task A_message_moves_only_from_the_state_it_must_be_in()
    {
        var (state, planned) = await PlannedAsync();
        var sending = planned with { State = MessageState.Sending, At = Any.Minute(1) };
        var accepted = sending with { State = MessageState.Accepted, At = Any.Minute(2), Detail = "250 queued as 7" };

        var first = await storage.Orders.MoveMessageAsync(state.Order, planned, sending);
        var second = await storage.Orders.MoveMessageAsync(state.Order, planned, planned with { State = MessageState.Suppressed });
        var third = await storage.Orders.MoveMessageAsync(state.Order, sending, accepted);

        (first, second, third).Should().Be((true, false, true));
        (await storage.Orders.MessagesOfAsync(state.Order, "2")).Should().Contain(accepted).And.HaveCount(2);
    }

    [Fact]
    public async Task Another_message_of_the_cause_stays_where_it_is()
    {
        var (state, planned) = await PlannedAsync();

        await storage.Orders.MoveMessageAsync(state.Order, planned, planned with { State = MessageState.Sending });

        (await storage.Orders.MessagesOfAsync(state.Order, "2")).Select(message => (message.Channel, message.State)).Should().Equal(
            (MessageChannels.Email, MessageState.Sending), (MessageChannels.Sms, MessageState.Planned));
    }

    [Fact]
    public async Task A_move_to_another_message_is_a_bug_of_the_caller()
    {
        var (state, planned) = await PlannedAsync();

        var move = () => storage.Orders.MoveMessageAsync(state.Order, planned, planned with { Cause = "3" });

        await move.Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task A_change_that_is_taken_back_takes_back_its_planned_messages()
    {
        var (state, planned) = await PlannedAsync();

        var saved = await storage.Orders.SaveAsync(OrdersOfOneShop.To(state, "New") with { Reverts = "2", Messages = [OrdersOfOneShop.Message("3")] });

        saved.Should().Be(OrderSaved.Saved);
        (await storage.Orders.MessagesOfAsync(state.Order, "2")).Should().HaveCount(2).And.OnlyContain(message =>
            message.State == MessageState.Suppressed && message.Suppressed == SuppressionReason.RevertedWithinHold && message.At == Any.Minute(2));
        (await storage.Orders.MessagesOfAsync(state.Order, "3")).Should().ContainSingle(message => message.State == MessageState.Planned);
        (await storage.Orders.MoveMessageAsync(state.Order, planned, planned with { State = MessageState.Sending })).Should().BeFalse();
    }

    [Fact]
    public async Task Messages_that_were_suppressed_anyway_keep_their_reason_when_a_change_is_taken_back()
    {
        var (state, planned) = await PlannedAsync();
        var suppressed = planned with { State = MessageState.Suppressed, Suppressed = SuppressionReason.CustomerOptedOut };
        await storage.Orders.MoveMessageAsync(state.Order, planned, suppressed);

        (await storage.Orders.SaveAsync(OrdersOfOneShop.To(state, "New") with { Reverts = "2" })).Should().Be(OrderSaved.Saved);

        (await storage.Orders.MessagesOfAsync(state.Order, "2")).Should().Contain(suppressed);
    }

    [Theory]
    [InlineData(MessageState.Sending)]
    [InlineData(MessageState.Accepted)]
    [InlineData(MessageState.Failed)]
    [InlineData(MessageState.Unknown)]
    public async Task A_change_whose_message_is_on_its_way_is_not_taken_back(MessageState where)
    {
        var (state, planned) = await PlannedAsync();
        await storage.Orders.MoveMessageAsync(state.Order, planned, planned with { State = where });
        var before = await _orders.AllOfAsync(state);

        var saved = await storage.Orders.SaveAsync(OrdersOfOneShop.To(state, "New") with { Reverts = "2" });

        saved.Should().Be(OrderSaved.Conflict);
        (await _orders.AllOfAsync(state)).Should().BeEquivalentTo(before);
    }

    [Fact]
    public async Task Messages_are_read_newest_first_up_to_the_limit()
    {
        var state = await _orders.SavedAsync();
        foreach (var minute in Enumerable.Range(1, 4))
        {
            var message = OrdersOfOneShop.Message($"m{minute}") with { At = Any.Minute(minute % 3) };
            await storage.Orders.SaveAsync(new OrderWrite { State = state, Messages = [message] });
        }

        var messages = await storage.OrderQueries.MessagesAsync(state.Order, 3);

        messages.Select(message => message.Cause).Should().Equal("m2", "m4", "m1");
    }

    private async Task<(OrderState State, OrderMessage Planned)> PlannedAsync()
    {
        var write = OrdersOfOneShop.To(await _orders.SavedAsync(), "Sent") with
        {
            Messages = [OrdersOfOneShop.Message("2"), OrdersOfOneShop.Message("2", MessageChannels.Sms)],
        };
        (await storage.Orders.SaveAsync(write)).Should().Be(OrderSaved.Saved);
        return (write.State, write.Messages[0]);
    }
}
