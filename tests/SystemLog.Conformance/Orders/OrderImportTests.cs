using SystemLog.Orders;
using SystemLog.Subjects;

namespace SystemLog.Conformance.Orders;

public abstract class OrderImportTests(IStorageFixture storage)
{
    private readonly OrdersOfOneShop _orders = new(storage);

    [Fact]
    public async Task Orders_are_taken_over_with_their_first_change()
    {
        var orders = Orders(500);

        var taken = await storage.Orders.ImportAsync(orders);

        taken.Should().Be(500);
        foreach (var order in orders.Where((_, index) => index % 99 == 0))
        {
            (await _orders.FindAsync(order.State)).Should().Be(order.State);
            (await storage.OrderQueries.HistoryAsync(order.State.Order, 10)).Should().Equal(order.Change!);
        }
    }

    [Fact]
    public async Task An_import_that_broke_off_is_run_again_from_its_start()
    {
        var orders = Orders(120);
        await storage.Orders.ImportAsync(orders[..70]);
        await storage.Orders.SaveAsync(OrdersOfOneShop.To(orders[3].State, "Sent"));

        var taken = await storage.Orders.ImportAsync(orders);
        var again = await storage.Orders.ImportAsync(orders);

        (taken, again).Should().Be((50, 0));
        (await _orders.FindAsync(orders[3].State)).Status.Should().Be("Sent");
        (await storage.OrderQueries.HistoryAsync(orders[3].State.Order, 10)).Should().HaveCount(2);
        (await storage.OrderQueries.HistoryAsync(orders[100].State.Order, 10)).Should().HaveCount(1);
    }

    [Fact]
    public async Task An_order_that_comes_twice_in_a_call_is_taken_over_once()
    {
        var order = Orders(1)[0];

        var taken = await storage.Orders.ImportAsync([order, order with { State = order.State with { Workflow = "other" } }]);

        taken.Should().Be(1);
        (await _orders.FindAsync(order.State)).Workflow.Should().Be("test");
        (await storage.OrderQueries.HistoryAsync(order.State.Order, 10)).Should().HaveCount(1);
    }

    [Fact]
    public async Task Nobody_is_taken_over_where_a_command_is_there_already()
    {
        var orders = Orders(3);
        await storage.Orders.SaveAsync(OrdersOfOneShop.To(await _orders.SavedAsync(), "Sent", "c1"));
        orders[1] = orders[1] with { Change = orders[1].Change! with { CommandId = "c1" } };

        var import = () => storage.Orders.ImportAsync(orders);

        await import.Should().ThrowAsync<ArgumentException>();
        (await storage.Orders.FindAsync(orders[0].State.Order)).Should().BeNull();
    }

    [Fact]
    public async Task What_is_more_than_an_order_with_its_first_change_is_no_import()
    {
        var order = Orders(1)[0];
        OrderWrite[] others = [order with { Messages = [OrdersOfOneShop.Message("1")] }, order with { Work = [_orders.Work("mail")] }, OrdersOfOneShop.To(order.State, "Sent")];

        foreach (var other in others)
        {
            var import = () => storage.Orders.ImportAsync([order, other]);
            await import.Should().ThrowAsync<ArgumentException>();
        }

        (await storage.Orders.FindAsync(order.State.Order)).Should().BeNull();
    }

    [Fact]
    public async Task Two_imports_of_the_same_orders_at_once_share_them()
    {
        var orders = Orders(300);
        var backwards = orders.Reverse().ToList();

        var taken = await Task.WhenAll(
            Task.Run(() => storage.Orders.ImportAsync(orders)), Task.Run(() => storage.Orders.ImportAsync(backwards)));

        taken.Sum().Should().Be(300);
    }

    private OrderWrite[] Orders(int count) =>
        [.. Enumerable.Range(0, count).Select(number => _orders.New(SubjectRef.Order($"{_orders.Shop[^4..]}-{number}")))];
}
