using SystemLog.Conformance;
using SystemLog.Storage;
using SystemLog.Testing;

namespace SystemLog.Sqlite.Tests;

/// <summary>The lock belongs to the open file, so a second host in one process meets it as a second process does.</summary>
public sealed class SecondProcessTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public async Task It_waits_for_the_first_says_so_and_goes_on_when_that_has_ended()
    {
        await using var database = new NewSqliteFile();
        var first = database.NewHost();
        var delta = Any.Delta(Any.Shop());
        await first.Storage.PrepareAsync(_ => { });
        await first.Issues.RecordAsync(delta);
        var second = database.NewHost(_time);
        var told = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);

        var prepared = second.Storage.PrepareAsync(told.SetResult);
        var reason = await told.Task;
        await database.EndFirstHostAsync();
        await PassAsync(prepared);

        reason.Should().Be($"Another process (pid {Environment.ProcessId}) holds systemlog.db; waiting for it.");
        await second.Issues.RecordAsync(delta);
        (await second.Queries.FindAsync(delta)).Count.Should().Be(2);
    }

    [Fact]
    public async Task While_it_waits_it_reads_and_writing_may_succeed_later()
    {
        await using var database = new NewSqliteFile();
        var first = database.NewHost();
        var delta = Any.Delta(Any.Shop());
        await first.Storage.PrepareAsync(_ => { });
        await first.Issues.RecordAsync(delta);
        var second = database.NewHost(_time);
        using var stopping = new CancellationTokenSource();
        var prepared = second.Storage.PrepareAsync(_ => { }, stopping.Token);

        var read = await second.Queries.FindAsync(delta);
        var write = () => second.Issues.RecordAsync(delta);

        read.Count.Should().Be(1);
        (await write.Should().ThrowAsync<StorageException>()).Which.IsTransient.Should().BeTrue();
        await stopping.CancelAsync();
        await ((Func<Task>)(() => prepared)).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Of_two_that_start_at_once_one_writes_and_the_other_waits()
    {
        await using var database = new NewSqliteFile();
        using var stopping = new CancellationTokenSource();
        var waiting = 0;

        var starts = Enumerable.Range(0, 2)
            .Select(_ => database.NewHost(_time).Storage.PrepareAsync(_ => Interlocked.Increment(ref waiting), stopping.Token))
            .ToList();
        await await Task.WhenAny(starts);
        await stopping.CancelAsync();

        starts.Count(start => start.IsCompletedSuccessfully).Should().Be(1);
        waiting.Should().Be(1);
    }

    private async Task PassAsync(Task until)
    {
        while (!until.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await until;
    }
}
