using SystemLog.Orders;
using SystemLog.Orders.Notices;
using SystemLog.Subjects;

namespace SystemLog.Conformance.Orders;

/// <summary>Two shops whose orders, commands and messages have the same ids: whatever one does, the other is as it was.</summary>
public abstract class OrderShopTests(IStorageFixture storage)
{
    private static readonly SubjectRef s_subject = SubjectRef.Order("1001");

    private readonly OrdersOfOneShop _ours = new(storage);
    private readonly OrdersOfOneShop _theirs = new(storage);

    public static TheoryData<string> Writes => [.. WritesByName.Keys];

    public static TheoryData<string> Reads => [.. ReadsByName.Keys];

    private static Dictionary<string, Func<IStorageFixture, OrdersOfOneShop, OrderState, Task>> WritesByName { get; } = new(StringComparer.Ordinal)
    {
        ["save"] = async (storage, _, state) => (await storage.Orders.SaveAsync(OrdersOfOneShop.To(state, "Done", "c2"))).Should().Be(OrderSaved.Saved),
        ["revert"] = async (storage, _, state) => (await storage.Orders.SaveAsync(OrdersOfOneShop.To(state, "New") with { Reverts = "2" })).Should().Be(OrderSaved.Saved),
        ["keep"] = async (storage, _, state) => (await storage.Orders.SaveAsync(OrdersOfOneShop.Kept(state, "Reschedule c3"))).Should().Be(OrderSaved.Saved),
        ["import"] = async (storage, shop, _) => (await storage.Orders.ImportAsync([shop.New(SubjectRef.Order("1002"))])).Should().Be(1),
        ["snapshot"] = async (storage, _, state) =>
            (await storage.Orders.UpdateSnapshotAsync(state.Snapshot with { InvoiceNumber = "F-1" }, Any.Minute(9))).Should().BeTrue(),
        ["switch"] = async (storage, _, state) => (await storage.Orders.SwitchMessagesAsync(state.Order, on: false, (Any.Clerk, Any.Minute(9)))).Should().BeTrue(),
        ["hand over"] = async (storage, _, state) => (await storage.Orders.HandOverAsync(state.Order, new(Any.Minute(9), Any.Clerk))).Should().BeTrue(),
        ["note"] = async (storage, _, state) => (await storage.Orders.NoteAsync(state.Order, "hm", (Any.Clerk, Any.Minute(9)))).Should().BeTrue(),
        ["move"] = async (storage, _, state) => (await storage.Orders.MoveMessageAsync(
            state.Order, OrdersOfOneShop.Message("2"), OrdersOfOneShop.Message("2", state: MessageState.Sending))).Should().BeTrue(),
    };

    private static Dictionary<string, Func<IStorageFixture, OrderRef, Task<object?>>> ReadsByName { get; } = new(StringComparer.Ordinal)
    {
        ["find"] = async (storage, order) => await storage.Orders.FindAsync(order),
        ["find command"] = async (storage, order) => await storage.Orders.FindCommandAsync(order.Shop, "c1"),
        ["last change"] = async (storage, order) => await storage.Orders.LastChangeAsync(order),
        ["messages of"] = async (storage, order) => await storage.Orders.MessagesOfAsync(order, "2"),
        ["list"] = async (storage, order) => await Listed(storage, order, OrderFilter.All),
        ["list by status"] = async (storage, order) => await Listed(storage, order, new() { Statuses = ["Sent", "New"] }),
        ["list by customer"] = async (storage, order) => await Listed(storage, order, new() { CustomerId = "k1" }),
        ["list by text"] = async (storage, order) => await Listed(storage, order, new() { Text = "kari" }),
        ["hidden"] = async (storage, order) =>
            (await storage.OrderQueries.ListAsync(order.Shop, new() { Text = "nobody" }, 10)).Hidden is var hidden and > 0 ? hidden : null,
        ["history"] = async (storage, order) => await storage.OrderQueries.HistoryAsync(order, 10),
        ["messages"] = async (storage, order) => await storage.OrderQueries.MessagesAsync(order, 10),
        ["statuses"] = async (storage, order) => await storage.OrderQueries.StatusesAsync(order.Shop),
        ["in statuses"] = async (storage, order) => await storage.OrderQueries.InStatusesAsync(order.Shop, new(SubjectTypes.Order, ["Sent"]), 10),
        ["all but"] = async (storage, order) => await storage.OrderQueries.InStatusesAsync(order.Shop, new(SubjectTypes.Order, ["New"], IsAllBut: true), 10),
    };

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task What_one_shop_writes_leaves_the_other_as_it_was(string write)
    {
        var state = await SentAsync(_ours);
        var theirs = await SentAsync(_theirs);
        var before = (await _theirs.AllOfAsync(theirs), await storage.OrderQueries.ListAsync(_theirs.Shop, OrderFilter.All, 10));

        await WritesByName[write](storage, _ours, state);

        (await _theirs.AllOfAsync(theirs), await storage.OrderQueries.ListAsync(_theirs.Shop, OrderFilter.All, 10)).Should().BeEquivalentTo(before);
        await WritesByName[write](storage, _theirs, theirs);
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task What_one_shop_has_the_other_does_not_read(string read)
    {
        var state = await SentAsync(_ours);

        var ours = await ReadsByName[read](storage, state.Order);
        var theirs = await ReadsByName[read](storage, state.Order with { Shop = _theirs.Shop });

        IsNothing(ours).Should().BeFalse();
        IsNothing(theirs).Should().BeTrue();
    }

    [Fact]
    public void Every_method_of_the_contracts_is_in_one_of_the_tables()
    {
        var methods = new[] { typeof(IOrderStore), typeof(IOrderQueries) }.SelectMany(contract => contract.GetMethods()).Select(method => method.Name);

        methods.Should().BeEquivalentTo(
            "SaveAsync", "ImportAsync", "UpdateSnapshotAsync", "SwitchMessagesAsync", "HandOverAsync", "NoteAsync", "MoveMessageAsync",
            "FindAsync", "FindCommandAsync", "LastChangeAsync", "MessagesOfAsync", "ListAsync", "HistoryAsync", "MessagesAsync", "StatusesAsync", "InStatusesAsync");
    }

    private async Task<OrderState> SentAsync(OrdersOfOneShop shop)
    {
        var state = await shop.SavedAsync(s_subject, snapshot => snapshot with { Customer = new() { Id = "k1", Name = "Kari" } });
        var write = OrdersOfOneShop.To(state, "Sent", "c1") with { Messages = [OrdersOfOneShop.Message("2")], Work = [shop.Work("mail")] };
        (await storage.Orders.SaveAsync(write)).Should().Be(OrderSaved.Saved);
        return write.State;
    }

    private static async Task<object?> Listed(IStorageFixture storage, OrderRef order, OrderFilter filter) =>
        (await storage.OrderQueries.ListAsync(order.Shop, filter, 10)).Items;

    private static bool IsNothing(object? read) => read is null or System.Collections.ICollection { Count: 0 };
}
