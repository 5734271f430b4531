using Microsoft.Extensions.DependencyInjection;
using SystemLog.Issues;
using SystemLog.Storage;
using SystemLog.Testing;

namespace SystemLog.Tests.Issues;

public sealed class OutageTests
{
    private readonly ManualTime _time = new(Any.Noon.AddHours(1));

    [Fact]
    public async Task While_the_storage_is_down_reports_wait_and_writing_goes_on_when_it_is_back()
    {
        var down = true;
        var storage = new RecordingStorage { OnRecord = _ => down ? throw new StorageException("no route", isTransient: true) : Task.CompletedTask };
        await using var running = await StartAsync(storage);

        for (var i = 0; i < 1_000; i++)
        {
            running.Log.Report(Any.Report($"A{i % 100}"));
        }

        await PassTimeUntilAsync(() => running.Log.StorageStatus is { State: StorageState.Unavailable, Reason: "no route" });
        var kept = running.Log.Waiting;
        down = false;
        await PassTimeUntilAsync(() => storage.Deltas.Sum(delta => delta.Count) == 1_000);

        kept.Should().BeGreaterThan(0);
        running.Log.StorageStatus.State.Should().Be(StorageState.Ready);
    }

    [Fact]
    public async Task A_storage_another_process_holds_does_not_keep_the_host_from_starting()
    {
        var released = new TaskCompletionSource();
        var storage = new RecordingStorage
        {
            OnPrepare = async (waiting, cancellation) =>
            {
                waiting("Process 7 holds systemlog.db; waiting for it.");
                await released.Task.WaitAsync(cancellation);
            },
        };
        await using var running = await StartAsync(storage);
        running.Log.Report(Any.Report());
        await PassTimeUntilAsync(() => running.Log.StorageStatus.State == StorageState.WaitingForLock);

        var reason = running.Log.StorageStatus.Reason;
        released.SetResult();
        await storage.UntilAsync(recorded => recorded.Deltas.Any());

        reason.Should().Be("Process 7 holds systemlog.db; waiting for it.");
    }

    [Fact]
    public async Task A_stopping_host_waits_for_the_storage_no_longer_than_it_was_told_to()
    {
        var storage = new RecordingStorage { OnRecord = _ => throw new StorageException("no route", isTransient: true) };
        await using var running = await StartAsync(storage);
        var durable = running.Log.ReportDurableAsync(Any.Report(), TestContext.Current.CancellationToken);

        var stopping = running.StopAsync();
        await PassTimeUntilAsync(() => stopping.IsCompleted);

        storage.Deltas.Should().BeEmpty();
        await FluentActions.Awaiting(() => durable).Should().ThrowAsync<StorageException>().WithMessage("The host stopped*");
    }

    [Fact]
    public async Task A_storage_that_cannot_be_prepared_is_tried_again()
    {
        var attempts = 0;
        var storage = new RecordingStorage
        {
            OnPrepare = (_, _) => ++attempts < 3 ? throw new StorageException("refused", isTransient: true) : Task.CompletedTask,
        };
        await using var running = await StartAsync(storage);

        await PassTimeUntilAsync(() => running.Log.StorageStatus.State == StorageState.Ready);

        attempts.Should().Be(3);
    }

    private Task<RunningLog> StartAsync(RecordingStorage storage) =>
        RunningLog.StartAsync(storage, services: services => services.AddSingleton<TimeProvider>(_time));

    private async Task PassTimeUntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }
}
