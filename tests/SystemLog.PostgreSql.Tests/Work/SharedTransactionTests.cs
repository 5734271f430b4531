using Npgsql;
using SystemLog.Conformance.Orders;
using SystemLog.Conformance.Work;
using SystemLog.Work;

namespace SystemLog.PostgreSql.Tests.Work;

public sealed class SharedTransactionTests(PostgreSqlFixture storage)
{
    private readonly WorkOfOneKind _work = new(storage);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Work_queued_in_the_hosts_transaction_shares_its_fate(bool commits)
    {
        await using var connection = new NpgsqlConnection(storage.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);

        var queued = await storage.Work.EnqueueAsync([_work.New("a")], connection, Cancellation);
        var before = await _work.ClaimAsync();
        await (commits ? transaction.CommitAsync(Cancellation) : transaction.RollbackAsync(Cancellation));

        queued.Should().Be(1);
        before.Should().BeEmpty();
        (await _work.ClaimAsync()).Should().HaveCount(commits ? 1 : 0);
    }

    [Fact]
    public async Task Work_of_one_order_is_never_visible_before_what_was_queued_ahead_of_it()
    {
        await using var connection = new NpgsqlConnection(storage.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await storage.Work.EnqueueAsync([_work.New("first") with { OrderKey = "1001" }], connection, Cancellation);

        var second = storage.Work.EnqueueAsync([_work.New("second") with { OrderKey = "1001" }], cancellationToken: Cancellation);
        await Task.WhenAny(second, WaitingForATurnAsync());
        var before = await _work.ClaimAsync();
        await transaction.CommitAsync(Cancellation);
        await second;

        before.Should().BeEmpty();
        (await _work.ClaimAsync()).Should().ContainSingle().Which.Item.Key.Should().Be("first");
    }

    [Fact]
    public async Task The_commit_of_another_process_wakes_this_one_before_it_looks_by_itself()
    {
        var done = new TaskCompletionSource<string>();
        await using var waiting = await WaitingHost.StartAsync(storage.ConnectionString, _work.Kind, done.SetResult, Cancellation);
        await waiting.ListeningAsync(storage.ConnectionString, Cancellation);

        await storage.Work.EnqueueAsync([_work.New("a")], cancellationToken: Cancellation);

        (await done.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation)).Should().Be("a");
    }

    [Fact]
    public async Task The_work_of_a_change_of_status_wakes_another_process_too()
    {
        var done = new TaskCompletionSource<string>();
        await using var waiting = await WaitingHost.StartAsync(storage.ConnectionString, _work.Kind, done.SetResult, Cancellation);
        await waiting.ListeningAsync(storage.ConnectionString, Cancellation);

        await storage.Orders.SaveAsync(new OrdersOfOneShop(storage).New() with { Work = [_work.New("a")] }, cancellationToken: Cancellation);

        (await done.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation)).Should().Be("a");
    }

    private async Task WaitingForATurnAsync()
    {
        await using var connection = new NpgsqlConnection(storage.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from pg_locks where locktype = 'advisory' and not granted";
        while ((long)(await command.ExecuteScalarAsync(Cancellation))! == 0)
        {
            await Task.Yield();
        }
    }
}
