using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using SystemLog.AspNetCore.Health;
using SystemLog.Storage;
using SystemLog.Work;

namespace SystemLog.AspNetCore.Tests;

public sealed class HealthTests
{
    private const string Storage = "systemlog-storage";
    private const string Work = "systemlog-work";

    [Fact]
    public async Task Where_all_is_well_all_are_healthy()
    {
        await using var host = await StartAsync();

        var report = await CheckAsync(host);

        report.Entries.Should().OnlyContain(entry => entry.Value.Status == HealthStatus.Healthy);
        report.Entries.Keys.Should().BeEquivalentTo(Storage, Work, Health.DigestHealthCheck.Name);
        report.Entries[Work].Data.Should().Contain("oldest_due_seconds", 0d).And.Contain("stuck", 0);
    }

    [Theory]
    [InlineData(299, HealthStatus.Healthy)]
    [InlineData(300, HealthStatus.Degraded)]
    [InlineData(3_599, HealthStatus.Degraded)]
    [InlineData(3_600, HealthStatus.Unhealthy)]
    public async Task Work_that_is_not_done_in_time_is_degraded_and_then_unhealthy(int seconds, HealthStatus status)
    {
        await using var host = await StartAsync();
        await new BelievableWork(host).QueueAsync("export", "1", due: BelievableShop.Now.AddSeconds(-seconds));

        var entry = (await CheckAsync(host)).Entries[Work];

        entry.Status.Should().Be(status);
        entry.Data["oldest_due_seconds"].Should().Be((double)seconds);
    }

    [Fact]
    public async Task Work_that_needs_a_person_is_degraded_and_counted_by_kind()
    {
        await using var host = await StartAsync();
        var work = new BelievableWork(host);
        await work.EndedAsync("export", "1", new WorkOutcome.Failed("No"));
        await work.EndedAsync("export", "2", new WorkOutcome.Parked("Whose?"));
        await work.EndedAsync("summary-mail", "1", new WorkOutcome.Unknown("Lost"));

        var entry = (await CheckAsync(host)).Entries[Work];

        entry.Status.Should().Be(HealthStatus.Degraded);
        entry.Data.Should().Contain("stuck", 3).And.Contain("stuck.export", 2).And.Contain("stuck.summary-mail", 1);
        entry.Description.Should().Be("3 items need a person: export, summary-mail. Nothing is due.");
    }

    [Fact]
    public async Task Limits_are_the_hosts()
    {
        await using var host = await StartAsync(options => (options.WorkDegradedAfter, options.WorkUnhealthyAfter) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)));
        await new BelievableWork(host).QueueAsync("export", "1", due: BelievableShop.Now.AddSeconds(-2));

        (await CheckAsync(host)).Entries[Work].Status.Should().Be(HealthStatus.Unhealthy);
    }

    [Fact]
    public async Task Limits_the_wrong_way_round_keep_the_host_from_starting()
    {
        var start = () => StartAsync(options => options.WorkDegradedAfter = TimeSpan.FromHours(2));

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().Equal(
            "WorkDegradedAfter (02:00:00) must be more than 0 and less than WorkUnhealthyAfter (01:00:00).");
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_unhealthy_even_before_anything_was_written()
    {
        await using var host = await PanelHost.StartAsync(new()
        {
            Storage = DeadStorage.Register,
            Services = services => services.AddHealthChecks().AddSystemLog(),
        });
        await StateAsync(host, StorageState.Ready);

        var report = await CheckAsync(host);

        report.Entries.Should().OnlyContain(entry => entry.Value.Status == HealthStatus.Unhealthy && entry.Value.Exception is StorageException);
    }

    [Fact]
    public async Task A_database_that_is_not_ready_yet_is_degraded()
    {
        var held = new TaskCompletionSource();
        await using var host = await PanelHost.StartAsync(new()
        {
            Storage = services => DeadStorage.Register(services, held.Task),
            Services = services => services.AddHealthChecks().AddSystemLog(),
        });
        await StateAsync(host, StorageState.WaitingForLock);

        var entry = (await CheckAsync(host)).Entries[Storage];
        held.SetResult();

        entry.Status.Should().Be(HealthStatus.Degraded);
        entry.Data["state"].Should().Be(nameof(StorageState.WaitingForLock));
        entry.Description.Should().Be("Another process holds it.");
    }

    private static async Task<PanelHost> StartAsync(Action<SystemLogHealthOptions>? configure = null)
    {
        var host = await PanelHost.StartAsync(new() { Services = services => services.AddHealthChecks().AddSystemLog(configure) });
        await StateAsync(host, StorageState.Ready);
        return host;
    }

    /// <summary>Waits until the writer, which begins on a thread of its own, has seen the storage in a state.</summary>
    private static async Task StateAsync(PanelHost host, StorageState state)
    {
        while (host.Log.StorageStatus.State != state)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static Task<HealthReport> CheckAsync(PanelHost host) =>
        host.App.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);
}
