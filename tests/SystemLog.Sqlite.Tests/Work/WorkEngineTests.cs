using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SystemLog.Storage;
using SystemLog.Testing;
using SystemLog.Work;

namespace SystemLog.Sqlite.Tests.Work;

public sealed class WorkEngineTests
{
    private static readonly DateTimeOffset s_longAgo = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_due_is_done_once_in_the_order_of_its_key()
    {
        var handler = new Handler();
        await using var services = await StartAsync(handler);
        var engine = services.GetRequiredService<WorkEngine>();
        await engine.EnqueueAsync([.. Enumerable.Range(0, 20).Select(number => Work($"{number:00}") with { OrderKey = "order" })], Cancellation);

        var made = await engine.RunDueAsync(Cancellation);

        made.Should().Be(20);
        handler.Done.Should().Equal(Enumerable.Range(0, 20).Select(number => $"{number:00}"));
        (await engine.RunDueAsync(Cancellation)).Should().Be(0);
    }

    [Fact]
    public async Task What_a_handler_throws_is_kept_and_tried_again_until_the_policy_gives_up()
    {
        var handler = new Handler { OnHandle = (_, _) => throw new InvalidOperationException("the printer is on fire"), Retry = new(2, TimeSpan.Zero, TimeSpan.Zero) };
        await using var services = await StartAsync(handler);
        var engine = services.GetRequiredService<WorkEngine>();
        await engine.EnqueueAsync([Work("a")], Cancellation);

        await engine.RunDueAsync(Cancellation);

        (await FindAsync(services, "a")).Should().BeEquivalentTo(
            new { State = WorkState.Failed, Attempts = 2, Reason = "InvalidOperationException: the printer is on fire" });
    }

    [Fact]
    public async Task A_handler_that_hangs_is_cancelled_at_its_limit()
    {
        var time = new ManualTime();
        var begun = new TaskCompletionSource();
        var handler = new Handler
        {
            OnHandle = async (_, cancellationToken) =>
            {
                begun.SetResult();
                await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
                return new WorkOutcome.Done();
            },
        };
        await using var services = await StartAsync(handler, time);
        var engine = services.GetRequiredService<WorkEngine>();
        await engine.EnqueueAsync([Work("a")], Cancellation);

        var running = engine.RunDueAsync(Cancellation);
        await begun.Task;
        time.Advance(handler.Kind.TimeLimit);
        await running;

        (await FindAsync(services, "a")).Should().BeEquivalentTo(new { State = WorkState.Waiting, Reason = "It took longer than 00:05:00." });
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, false)]
    public async Task An_older_payload_is_upgraded_and_a_newer_one_parked(int version, bool done)
    {
        var handler = new Handler { PayloadVersion = 2 };
        await using var services = await StartAsync(handler);
        var engine = services.GetRequiredService<WorkEngine>();
        await engine.EnqueueAsync([Work("a") with { Payload = "old", PayloadVersion = version }], Cancellation);

        await engine.RunDueAsync(Cancellation);

        handler.Payloads.Should().Equal(done ? ["old, upgraded from 1"] : []);
        (await FindAsync(services, "a")).State.Should().Be(done ? WorkState.Succeeded : WorkState.Parked);
    }

    [Fact]
    public async Task No_more_run_at_once_than_the_kind_allows()
    {
        var (now, most) = (0, 0);
        var gate = new Lock();
        var handler = new Handler
        {
            OnHandle = async (_, _) =>
            {
                lock (gate)
                {
                    most = Math.Max(most, ++now);
                }

                await Task.Yield();
                lock (gate)
                {
                    now--;
                }

                return new WorkOutcome.Done();
            },
        };
        await using var services = await StartAsync(handler);
        var engine = services.GetRequiredService<WorkEngine>();
        await engine.EnqueueAsync([.. Enumerable.Range(0, 60).Select(number => Work($"{number}"))], Cancellation);

        (await engine.RunDueAsync(Cancellation)).Should().Be(60);

        most.Should().BeInRange(1, handler.Kind.AtOnce);
    }

    [Fact]
    public async Task What_throws_behind_the_point_of_no_return_is_unknown_until_somebody_runs_it_again()
    {
        var sends = 0;
        var handler = new Handler
        {
            OnHandle = async (work, cancellationToken) =>
            {
                await work.PassPointOfNoReturnAsync(cancellationToken);
                return ++sends == 1 ? throw new IOException("the answer was lost") : new WorkOutcome.Done();
            },
        };
        await using var services = await StartAsync(handler);
        var engine = services.GetRequiredService<WorkEngine>();
        await engine.EnqueueAsync([Work("a")], Cancellation);

        await engine.RunDueAsync(Cancellation);
        var item = await FindAsync(services, "a");
        await engine.RunDueAsync(Cancellation);
        var ranByItself = sends;
        await engine.RunAgainAsync(item, new Actor("u7", "Kari"), Cancellation);
        await engine.RunDueAsync(Cancellation);

        item.Should().BeEquivalentTo(new { State = WorkState.Unknown, Reason = "IOException: the answer was lost" });
        (ranByItself, sends).Should().Be((1, 2));
        (await FindAsync(services, "a")).State.Should().Be(WorkState.Succeeded);
    }

    [Theory]
    [InlineData(false, 0, WorkState.Waiting)]
    [InlineData(true, 9, WorkState.Succeeded)]
    [InlineData(true, 11, WorkState.Unknown)]
    public async Task A_stopping_host_waits_a_while_for_what_is_behind_the_point_of_no_return(bool isPast, int seconds, WorkState state)
    {
        var time = new ManualTime();
        var (begun, answer) = (new TaskCompletionSource(), new TaskCompletionSource<WorkOutcome>());
        var handler = new Handler
        {
            OnHandle = async (work, cancellationToken) =>
            {
                if (isPast)
                {
                    await work.PassPointOfNoReturnAsync(cancellationToken);
                }

                begun.SetResult();
                return await answer.Task.WaitAsync(cancellationToken);
            },
        };
        await using var services = await StartAsync(handler, time);
        await services.GetRequiredService<WorkEngine>().EnqueueAsync([Work("a")], Cancellation);
        using var stopping = new CancellationTokenSource();
        var running = services.GetRequiredService<WorkEngine>().RunDueAsync(stopping.Token);
        await begun.Task;
        var timers = time.WaitingTimers;

        await stopping.CancelAsync();
        while (isPast && time.WaitingTimers == timers)
        {
            await Task.Yield();
        }

        time.Advance(TimeSpan.FromSeconds(seconds));
        if (state == WorkState.Succeeded)
        {
            answer.SetResult(new WorkOutcome.Done());
        }

        await Record.ExceptionAsync(() => running);

        (await FindAsync(services, "a")).State.Should().Be(state);
    }

    [Fact]
    public async Task An_item_over_which_processes_die_is_given_up_in_the_end()
    {
        var handler = new Handler { Retry = new(2, TimeSpan.Zero, TimeSpan.Zero) };
        await using var services = await StartAsync(handler);
        var engine = services.GetRequiredService<WorkEngine>();
        await engine.EnqueueAsync([Work("a")], Cancellation);
        for (var death = 0; death < 2; death++)
        {
            await services.GetRequiredService<IWorkStore>().ClaimAsync(new("test", $"process {death}", TimeSpan.Zero, 2), Cancellation);
        }

        await engine.RunDueAsync(Cancellation);

        handler.Done.Should().BeEmpty();
        (await FindAsync(services, "a")).Should().BeEquivalentTo(new { State = WorkState.Failed, Reason = "The process died 2 times over it." });
    }

    [Fact]
    public async Task What_recurs_is_queued_once_for_each_period()
    {
        var handler = new Handler();
        var daily = new Daily();
        await using var services = await StartAsync(handler, recurring: daily);
        var engine = services.GetRequiredService<WorkEngine>();

        await engine.RunDueAsync(Cancellation);
        await engine.RunDueAsync(Cancellation);
        daily.Date = "2026-03-03";
        await engine.RunDueAsync(Cancellation);

        handler.Done.Should().Equal("2026-03-02", "2026-03-03");
    }

    [Fact]
    public async Task In_a_running_host_what_is_queued_begins_without_waiting_for_the_clock()
    {
        var handled = new TaskCompletionSource();
        var handler = new Handler
        {
            OnHandle = (_, _) =>
            {
                handled.TrySetResult();
                return Task.FromResult<WorkOutcome>(new WorkOutcome.Done());
            },
        };
        using var host = HostOf(handler, runWork: true);
        await host.Services.GetRequiredService<IStorage>().PrepareAsync(_ => { }, Cancellation);
        await host.StartAsync(Cancellation);

        await host.Services.GetRequiredService<WorkEngine>().EnqueueAsync([Work("a")], Cancellation);
        await handled.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        await host.StopAsync(Cancellation);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_schedule_that_throws_is_asked_again_as_if_nothing_had_happened()
    {
        var time = new ManualTime();
        var daily = new Daily { FaultsLeft = 1 };
        var handler = new Handler();
        using var host = HostOf(handler, runWork: true, services => services.AddSingleton<TimeProvider>(time).AddSingleton<IRecurringWork>(daily));
        await host.StartAsync(Cancellation);

        while (handler.Done.IsEmpty)
        {
            Cancellation.ThrowIfCancellationRequested();
            time.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        await host.StopAsync(Cancellation);
        daily.FaultsLeft.Should().BeNegative("it was asked again");
        handler.Done.Should().Equal("2026-03-02");
    }

    [Fact]
    public async Task A_node_told_not_to_does_no_work_in_the_background()
    {
        var handler = new Handler();
        using var host = HostOf(handler, runWork: false);
        await host.Services.GetRequiredService<IStorage>().PrepareAsync(_ => { }, Cancellation);
        await host.StartAsync(Cancellation);
        var engine = host.Services.GetRequiredService<WorkEngine>();
        await engine.EnqueueAsync([Work("a")], Cancellation);

        await host.StopAsync(Cancellation);

        handler.Done.Should().BeEmpty();
    }

    [Fact]
    public async Task Two_handlers_of_one_kind_are_refused()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<IWorkHandler>(new Handler()).AddSingleton<IWorkHandler>(new Handler());
        services.AddSystemLog().UseThrowawaySqlite();
        await using var provider = services.BuildServiceProvider();

        var create = () => provider.GetRequiredService<WorkEngine>();

        create.Should().Throw<InvalidOperationException>().WithMessage("*'test'*");
    }

    private static NewWork Work(string key) => new() { Shop = "main", Kind = "test", Key = key, DueAt = s_longAgo };

    private static async Task<WorkItem> FindAsync(IServiceProvider services, string key) =>
        (await services.GetRequiredService<IWorkQueries>().FindAsync("main", "test", key, Cancellation))!;

    private static async Task<ServiceProvider> StartAsync(IWorkHandler handler, TimeProvider? time = null, IRecurringWork? recurring = null)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton(handler).AddSingleton(time ?? TimeProvider.System);
        services.AddSystemLog().UseThrowawaySqlite();
        if (recurring is not null)
        {
            services.AddSingleton(recurring);
        }

        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IStorage>().PrepareAsync(_ => { }, Cancellation);
        return provider;
    }

    private static IHost HostOf(IWorkHandler handler, bool runWork, Action<IServiceCollection>? add = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(handler);
        add?.Invoke(builder.Services);
        builder.Services.AddSystemLog(options => options.RunWork = runWork).UseThrowawaySqlite();
        return builder.Build();
    }

    private sealed class Daily : IRecurringWork
    {
        public string Date { get; set; } = "2026-03-02";

        public int FaultsLeft { get; set; }

        public Task<IReadOnlyList<NewWork>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken = default) =>
            FaultsLeft-- > 0 ? throw new InvalidOperationException("no calendar") : Task.FromResult<IReadOnlyList<NewWork>>([Work(Date)]);
    }

    private sealed class Handler : IWorkHandler
    {
        public Func<WorkContext, CancellationToken, Task<WorkOutcome>> OnHandle { get; init; } = (_, _) => Task.FromResult<WorkOutcome>(new WorkOutcome.Done());

        public RetryPolicy Retry { get; init; } = RetryPolicy.Default;

        public int PayloadVersion { get; init; } = 1;

        public ConcurrentQueue<string> Done { get; } = new();

        public ConcurrentQueue<string> Payloads { get; } = new();

        public WorkKind Kind => new("test") { Retry = Retry, PayloadVersion = PayloadVersion };

        public async Task<WorkOutcome> HandleAsync(WorkContext work, CancellationToken cancellationToken)
        {
            var outcome = await OnHandle(work, cancellationToken);
            Done.Enqueue(work.Item.Key);
            Payloads.Enqueue(work.Item.Payload);
            return outcome;
        }

        public string? Upgrade(string payload, int version) => $"{payload}, upgraded from {version}";
    }
}
