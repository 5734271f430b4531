using System.Data.Common;
using Microsoft.Data.Sqlite;
using SystemLog.Orders;

namespace SystemLog.Conformance.Orders;

/// <summary>Orders that are written in a transaction of the host, together with a row of its own.</summary>
public abstract class OrderTransactionTests(IStorageFixture storage) : IAsyncLifetime
{
    private readonly OrdersOfOneShop _orders = new(storage);
    private readonly string _table = $"host_order_{Any.Number()}";

    public async ValueTask InitializeAsync() => await storage.InHostTransactionAsync(async connection =>
    {
        await ScalarAsync(connection, $"create table {_table} (status text)");
        return true;
    });

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task All_that_a_change_writes_shares_the_fate_of_the_hosts_row(bool commits)
    {
        var write = _orders.New() with { Messages = [OrdersOfOneShop.Message("1")], Work = [_orders.Work("mail")] };
        var moved = OrdersOfOneShop.To(write.State, "Sent", "c1");

        await storage.InHostTransactionAsync(async connection =>
        {
            await AddHostRowAsync(connection);
            (await storage.Orders.SaveAsync(write, connection)).Should().Be(OrderSaved.Saved);
            (await storage.Orders.SaveAsync(moved, connection)).Should().Be(OrderSaved.Saved);
            (await storage.Orders.FindAsync(write.State.Order, connection))!.Status.Should().Be("Sent");
            return commits;
        });

        (await storage.Orders.FindAsync(write.State.Order) is not null).Should().Be(commits);
        (await storage.OrderQueries.HistoryAsync(write.State.Order, 10)).Should().HaveCount(commits ? 2 : 0);
        (await storage.OrderQueries.MessagesAsync(write.State.Order, 10)).Should().HaveCount(commits ? 1 : 0);
        (await _orders.HasWorkAsync("mail"), await HostRowsAsync()).Should().Be((commits, commits ? 1 : 0));
    }

    [Fact]
    public async Task After_a_conflict_the_hosts_transaction_goes_on_without_a_trace_of_it()
    {
        var state = await _orders.SavedAsync();
        var other = await _orders.SavedAsync();
        await storage.Orders.SaveAsync(OrdersOfOneShop.To(state, "Sent", "c1"));
        var before = await _orders.AllOfAsync(state);
        var saved = new List<OrderSaved>();

        await storage.InHostTransactionAsync(async connection =>
        {
            await AddHostRowAsync(connection);
            saved.Add(await storage.Orders.SaveAsync(OrdersOfOneShop.To(state, "Packed") with { Messages = [OrdersOfOneShop.Message("x")], Work = [_orders.Work("x")] }, connection));
            saved.Add(await storage.Orders.SaveAsync(_orders.New(state.Order.Subject), connection));
            saved.Add(await storage.Orders.SaveAsync(OrdersOfOneShop.To(other, "Sent", "c1"), connection));
            saved.Add(await storage.Orders.SaveAsync(OrdersOfOneShop.To(other, "Packed"), connection));
            return true;
        });

        saved.Should().Equal(OrderSaved.Conflict, OrderSaved.Conflict, OrderSaved.SameCommand, OrderSaved.Saved);
        (await _orders.AllOfAsync(state)).Should().BeEquivalentTo(before);
        (await _orders.FindAsync(other)).Status.Should().Be("Packed");
        (await _orders.HasWorkAsync("x"), await HostRowsAsync()).Should().Be((false, 1));
    }

    [Fact]
    public async Task What_the_transaction_has_written_is_read_in_it()
    {
        var write = _orders.New() with { Messages = [OrdersOfOneShop.Message("1")] };
        write = write with { Change = write.Change! with { CommandId = "c1" } };
        var told = write.State.Snapshot with { InvoiceNumber = "F-1" };

        await storage.InHostTransactionAsync(async connection =>
        {
            await storage.Orders.SaveAsync(write, connection);
            (await storage.Orders.UpdateSnapshotAsync(told, Any.Minute(1), connection)).Should().BeTrue();
            (await storage.Orders.FindAsync(write.State.Order, connection))!.Snapshot.Should().Be(told);
            (await storage.Orders.FindCommandAsync(_orders.Shop, "c1", connection)).Should().Be(write.Change);
            (await storage.Orders.LastChangeAsync(write.State.Order, connection)).Should().Be(write.Change);
            (await storage.Orders.MessagesOfAsync(write.State.Order, "1", connection)).Should().Equal(write.Messages);
            return false;
        });

        (await storage.Orders.FindAsync(write.State.Order)).Should().BeNull();
    }

    [Fact]
    public async Task A_connection_to_something_else_is_refused()
    {
        await using var foreign = new SqliteConnection("Data Source=:memory:");

        var save = () => storage.Orders.SaveAsync(_orders.New(), foreign);
        var find = () => storage.Orders.FindAsync(_orders.New().State.Order, foreign);

        await save.Should().ThrowAsync<ArgumentException>();
        await find.Should().ThrowAsync<ArgumentException>();
    }

    private Task AddHostRowAsync(DbConnection connection) => ScalarAsync(connection, $"insert into {_table} (status) values ('Sent')");

    private async Task<long> HostRowsAsync()
    {
        var rows = 0L;
        await storage.InHostTransactionAsync(async connection =>
        {
            rows = (long)(await ScalarAsync(connection, $"select count(*) from {_table}"))!;
            return false;
        });
        return rows;
    }

    private static async Task<object?> ScalarAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
