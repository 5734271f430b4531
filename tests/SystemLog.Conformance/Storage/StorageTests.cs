using SystemLog.Storage;

namespace SystemLog.Conformance.Storage;

public abstract class StorageTests(IStorageFixture storage)
{
    [Fact]
    public async Task Tables_are_made_where_there_is_nothing()
    {
        await using var database = storage.NewDatabase();
        var host = database.NewHost();

        await host.Storage.PrepareAsync(_ => { });

        await WorksAsync(host);
    }

    [Fact]
    public async Task Preparing_again_changes_nothing()
    {
        await using var database = storage.NewDatabase();
        var host = database.NewHost();
        var delta = Any.Delta(Any.Shop());
        await host.Storage.PrepareAsync(_ => { });
        await host.Issues.RecordAsync(delta);

        await host.Storage.PrepareAsync(_ => { });

        (await host.Queries.FindAsync(delta)).Count.Should().Be(1);
    }

    [Fact]
    public async Task Tables_made_by_the_script_are_taken_as_they_are()
    {
        await using var database = storage.NewDatabase();
        var host = database.NewHost();
        await database.RunScriptAsync();

        await host.Storage.PrepareAsync(_ => { });

        await WorksAsync(host);
    }

    [Fact]
    public async Task A_host_prepared_by_several_callers_at_once_is_prepared_once()
    {
        await using var database = storage.NewDatabase();
        var host = database.NewHost();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => host.Storage.PrepareAsync(_ => { }))));

        await WorksAsync(host);
    }

    [Fact]
    public async Task Before_the_tables_are_made_every_call_says_that_it_may_succeed_later()
    {
        await using var database = storage.NewDatabase();
        var host = database.NewHost();
        var delta = Any.Delta(Any.Shop());

        var write = () => host.Issues.RecordAsync(delta);
        var read = () => host.Queries.FindAsync(delta);

        (await write.Should().ThrowAsync<StorageException>()).Which.IsTransient.Should().BeTrue();
        (await read.Should().ThrowAsync<StorageException>()).Which.IsTransient.Should().BeTrue();
    }

    [Fact]
    public async Task A_batch_that_is_cancelled_leaves_nothing_behind()
    {
        var delta = Any.Delta(Any.Shop());
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        var record = () => storage.Issues.RecordAsync(new([delta], [], []), cancellation.Token);

        await record.Should().ThrowAsync<OperationCanceledException>();
        (await storage.Queries.FindAsync(delta.Grouping.Shop, delta.Id)).Should().BeNull();
    }

    [Fact]
    public async Task A_batch_with_a_row_that_is_refused_leaves_nothing_behind_and_says_that_trying_again_is_no_use()
    {
        var shop = Any.Shop();
        var good = Any.Delta(shop);
        var refused = Any.Delta(shop) with { Description = null! };

        var record = () => storage.Issues.RecordAsync(good, refused);

        (await record.Should().ThrowAsync<StorageException>()).Which.IsTransient.Should().BeFalse();
        (await storage.Queries.FindAsync(shop, good.Id)).Should().BeNull();
        await storage.Issues.RecordAsync(good);
        (await storage.Queries.FindAsync(good)).Count.Should().Be(1);
    }

    private static async Task WorksAsync(INewDatabase.Host host)
    {
        var delta = Any.Delta(Any.Shop());
        await host.Issues.RecordAsync(delta);
        (await host.Queries.FindAsync(delta)).Count.Should().Be(1);
    }
}
