using SystemLog.Orders;
using SystemLog.Orders.Notices;

namespace SystemLog.Conformance.Orders;

public abstract class OrderRaceTests(IStorageFixture storage)
{
    private const int Writers = 8;

    private readonly OrdersOfOneShop _orders = new(storage);

    [Fact]
    public async Task Of_many_who_make_one_change_at_once_exactly_one_wins()
    {
        const int Rounds = 200;
        var state = await _orders.SavedAsync();

        for (var round = 0; round < Rounds; round++)
        {
            var seen = state;
            var saved = await AtOnceAsync(writer => storage.Orders.SaveAsync(OrdersOfOneShop.To(seen, $"S{round % 2}-{writer}") with
            {
                Messages = [OrdersOfOneShop.Message($"{seen.Version + 1}")],
                Work = [_orders.Work($"{seen.Version + 1}-{writer}")],
            }));

            saved.Count(one => one == OrderSaved.Saved).Should().Be(1, "round {0}", round);
            saved.Count(one => one == OrderSaved.Conflict).Should().Be(Writers - 1);
            state = await _orders.FindAsync(state);
            state.Status.Should().Be($"S{round % 2}-{Array.IndexOf(saved, OrderSaved.Saved)}");
            (await _orders.HasWorkAsync($"{state.Version}-{Array.IndexOf(saved, OrderSaved.Saved)}")).Should().BeTrue();
            (await _orders.HasWorkAsync($"{state.Version}-{Array.IndexOf(saved, OrderSaved.Conflict)}")).Should().BeFalse();
        }

        var history = await storage.OrderQueries.HistoryAsync(state.Order, Rounds + 2);
        history.Select(change => change.Sequence).Should().Equal(Enumerable.Range(1, Rounds + 1).Reverse().Select(number => (long)number));
        history.Zip(history.Skip(1)).Should().OnlyContain(pair => pair.First.From == pair.Second.To);
    }

    [Fact]
    public async Task Of_many_who_place_one_order_at_once_exactly_one_wins()
    {
        var write = _orders.New();

        var saved = await AtOnceAsync(writer => storage.Orders.SaveAsync(write with { Change = write.Change! with { Actor = new($"u{writer}", "U") } }));

        saved.Count(one => one == OrderSaved.Saved).Should().Be(1);
        saved.Count(one => one == OrderSaved.Conflict).Should().Be(Writers - 1);
        (await storage.Orders.LastChangeAsync(write.State.Order))!.Actor.Id.Should().Be($"u{Array.IndexOf(saved, OrderSaved.Saved)}");
    }

    [Fact]
    public async Task A_command_sent_many_times_at_once_is_one_change_even_where_the_orders_differ()
    {
        var states = new List<OrderState>();
        for (var writer = 0; writer < Writers; writer++)
        {
            states.Add(await _orders.SavedAsync());
        }

        var saved = await AtOnceAsync(writer => storage.Orders.SaveAsync(OrdersOfOneShop.To(states[writer], "Sent", "c1")));

        saved.Count(one => one == OrderSaved.Saved).Should().Be(1);
        saved.Count(one => one == OrderSaved.SameCommand).Should().Be(Writers - 1);
        for (var writer = 0; writer < Writers; writer++)
        {
            (await _orders.FindAsync(states[writer])).Version.Should().Be(saved[writer] == OrderSaved.Saved ? 2 : 1);
        }
    }

    [Fact]
    public async Task A_message_is_either_sent_or_taken_back()
    {
        var state = await _orders.SavedAsync();
        for (var round = 0; round < 40; round++)
        {
            var planned = OrdersOfOneShop.Message($"{state.Version + 1}");
            var sent = OrdersOfOneShop.To(state, "Sent") with { Messages = [planned] };
            (await storage.Orders.SaveAsync(sent)).Should().Be(OrderSaved.Saved);

            var back = Task.Run(() => storage.Orders.SaveAsync(OrdersOfOneShop.To(sent.State, "New") with { Reverts = planned.Cause }));
            var moved = await Task.Run(() => storage.Orders.MoveMessageAsync(state.Order, planned, planned with { State = MessageState.Sending }));

            (await back == OrderSaved.Saved).Should().Be(!moved, "round {0}", round);
            (await storage.Orders.MessagesOfAsync(state.Order, planned.Cause)).Single().State.Should().Be(moved ? MessageState.Sending : MessageState.Suppressed);
            state = await _orders.FindAsync(state);
        }
    }

    private static async Task<OrderSaved[]> AtOnceAsync(Func<int, Task<OrderSaved>> save)
    {
        using var start = new Barrier(Writers);
        return await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return save(writer);
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));
    }
}
