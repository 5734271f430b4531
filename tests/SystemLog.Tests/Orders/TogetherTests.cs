using System.Data.Common;
using SystemLog.Orders;
using SystemLog.Work;

namespace SystemLog.Tests.Orders;

/// <summary>A host that writes its own rows into SystemLog's SQLite file, on the connection that the storage hands out.</summary>
public sealed class TogetherTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_hosts_row_and_the_status_share_one_fate(bool succeeds)
    {
        await using var shop = await PrintShop.OpenAsync();
        await shop.LeadAsync(("Approve", PrintShop.Anna));
        await TogetherAsync(shop, connection => ExecuteAsync(connection, "create table shop_order (number text primary key, status text not null)"));

        var writing = () => TogetherAsync(shop, async connection =>
        {
            await ExecuteAsync(connection, "insert into shop_order values ('1001', 'Recived')");
            var result = await shop.ApplyAsync("Receive", PrintShop.Ola, new() { Connection = connection });
            result.Should().BeOfType<ChangeResult.Changed>();
            _ = succeeds ? 0 : throw new InvalidOperationException("The host has changed its mind.");
        });
        var thrown = await Record.ExceptionAsync(writing);

        (thrown is null).Should().Be(succeeds);
        (await shop.StateAsync()).Status.Should().Be(succeeds ? "Received" : "Approved");
        (await RowsAsync(shop)).Should().Be(succeeds ? 1 : 0);
    }

    [Fact]
    public async Task What_waits_for_a_way_back_is_queued_in_the_same_transaction()
    {
        await using var shop = await PrintShop.OpenAsync();
        await shop.TrackAsync();
        await shop.ApplyAsync("Fail", Actor.System, new() { Issue = "i-1" });

        ChangeResult? result = null;
        await TogetherAsync(shop, async connection =>
            result = await shop.ApplyAsync("Approve", new("import", "Import") { Kind = ActorKind.Integration }, new() { Connection = connection }));

        result.Should().BeOfType<ChangeResult.NoChange>().Which.Why.Should().Be(NoChangeReason.WaitsForResume);
        (await shop.Get<IWorkQueries>().ListAsync(PrintShop.Id, new("order-trigger"), after: null, 10, PrintShop.Cancellation)).Items.Should().ContainSingle();
    }

    [Fact]
    public async Task A_connection_of_the_hosts_own_is_refused()
    {
        await using var shop = await PrintShop.OpenAsync();
        await shop.TrackAsync();
        await using var own = new Microsoft.Data.Sqlite.SqliteConnection("Data Source=:memory:");

        var changing = () => shop.ApplyAsync("Approve", PrintShop.Anna, new() { Connection = own });

        await changing.Should().ThrowAsync<ArgumentException>().WithMessage("*cannot write through*");
    }

    private static Task TogetherAsync(PrintShop shop, Func<DbConnection, Task> write) =>
        shop.Get<WorkEngine>().EnqueueAsync([], write, PrintShop.Cancellation);

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> RowsAsync(PrintShop shop)
    {
        var rows = 0L;
        await TogetherAsync(shop, async connection =>
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "select count(*) from shop_order";
            rows = (long)(await command.ExecuteScalarAsync())!;
        });
        return rows;
    }
}
