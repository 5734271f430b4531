using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SystemLog.Storage;
using SystemLog.Work;

namespace SystemLog.Benchmarks;

/// <summary>What the work engine costs: from claim to done against the same statements by hand, with a long past, and from commit to start.</summary>
internal static class WorkBenchmark
{
    public const string Kind = "bench";

    private const int Items = 2_000;
    private const int Rounds = 5;
    private const int Claims = 300;
    private const int Starts = 300;
    private const int Few = 1_000;
    private const int Many = 1_000_000;

    public static async Task<IReadOnlyList<Figure>> RunAsync(Func<Task<IDatabaseUnderTest>> create) =>
    [
        .. await ThroughputAsync(create, workers: 1),
        .. await ThroughputAsync(create, workers: 8),
        .. await ClaimsAsync(create),
        .. await StartsAsync(create),
    ];

    private static async Task<IEnumerable<Figure>> ThroughputAsync(Func<Task<IDatabaseUnderTest>> create, int workers)
    {
        var (ours, raw) = (new List<double>(), new List<double>());
        await using var target = await create();
        using var host = HostOn(target, new Handler { AtOnce = workers });
        await PrepareAsync(host);
        for (var round = 0; round <= Rounds; round++)
        {
            await QueueAsync(host, $"ours {round}", Items);
            ours.Add(await PerSecondAsync(() => host.Services.GetRequiredService<WorkEngine>().RunDueAsync()));
            await QueueAsync(host, $"raw {round}", Items);
            raw.Add(await RawAsync(target, workers));
        }

        // The first round of each warmed it up.
        var (oursMedian, rawMedian) = (Percentiles.Median(ours.Skip(1)), Percentiles.Median(raw.Skip(1)));
        var group = $"Work, from claim to done, {target.Name}";
        return
        [
            new(group, $"{Workers(workers)}: ours", oursMedian, "items/s"),
            new(group, $"{Workers(workers)}: raw", rawMedian, "items/s"),
            new(group, $"{Workers(workers)}: ours ÷ raw", oursMedian / rawMedian, "", 0.7, AtLeast: true),
        ];
    }

    private static async Task<IEnumerable<Figure>> ClaimsAsync(Func<Task<IDatabaseUnderTest>> create)
    {
        await using var target = await create();
        using var host = HostOn(target, new Handler());
        await PrepareAsync(host);
        await FinishedAsync(target, 0, Few);
        var few = await ClaimAsync(host, "few");
        await FinishedAsync(target, Few, Many);
        var many = await ClaimAsync(host, "many");

        var group = $"Work, claiming one item, {target.Name}";
        return
        [
            new(group, $"with {Few:N0} finished items: median", few, "µs"),
            new(group, $"with {Many:N0} finished items: median", many, "µs"),
            new(group, "many ÷ few", many / few, "", 1.5),
        ];
    }

    private static async Task<IEnumerable<Figure>> StartsAsync(Func<Task<IDatabaseUnderTest>> create)
    {
        await using var target = await create();
        var handler = new Handler();
        using var host = HostOn(target, handler);
        await PrepareAsync(host);
        await host.StartAsync();
        var ticks = new long[Starts];
        for (var start = 0; start < Starts; start++)
        {
            handler.Begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
            var work = host.Services.GetRequiredService<WorkEngine>();
            await work.EnqueueAsync([Item($"start {start}")]);
            var committed = Stopwatch.GetTimestamp();
            ticks[start] = Math.Max(0, await handler.Begun.Task - committed);
        }

        await host.StopAsync();
        Array.Sort(ticks);
        var group = $"Work, from commit to start in one process, {target.Name}";
        return
        [
            new(group, "median", Percentiles.Microseconds(ticks, 0.5) / 1_000, "ms", 10),
            new(group, "p99", Percentiles.Microseconds(ticks, 0.99) / 1_000, "ms"),
        ];
    }

    private static string Workers(int workers) => workers == 1 ? "1 worker" : $"{workers} workers";

    private static IHost HostOn(IDatabaseUnderTest target, IWorkHandler handler)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(handler);
        target.Use(builder.Services.AddSystemLog());
        return builder.Build();
    }

    private static Task PrepareAsync(IHost host) => host.Services.GetRequiredService<IStorage>().PrepareAsync(_ => { });

    private static NewWork Item(string key) => new() { Shop = "main", Kind = Kind, Key = key, DueAt = DateTimeOffset.UnixEpoch };

    private static Task QueueAsync(IHost host, string key, int items) =>
        host.Services.GetRequiredService<IWorkStore>().EnqueueAsync([.. Enumerable.Range(0, items).Select(item => Item($"{key} {item}"))]);

    private static async Task<double> PerSecondAsync(Func<Task> run)
    {
        var started = Stopwatch.GetTimestamp();
        await run();
        return Items / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<double> RawAsync(IDatabaseUnderTest target, int workers)
    {
        // SQLite has one writer: the workers take turns on its connection, as ours do.
        var isSqlite = target.Name == "SQLite";
        using var turn = new SemaphoreSlim(1, 1);
        var connections = new List<RawWorker>();
        for (var worker = 0; worker < (isSqlite ? 1 : workers); worker++)
        {
            connections.Add(new(await target.OpenRawReaderAsync(), target));
        }

        var perSecond = await PerSecondAsync(() => Task.WhenAll(Enumerable.Range(0, workers).Select(
            worker => Task.Run(() => connections[worker % connections.Count].RunAsync(isSqlite ? turn : null)))));
        foreach (var connection in connections)
        {
            await connection.DisposeAsync();
        }

        return perSecond;
    }

    /// <summary>Returns the median of claims of one item each, in microseconds.</summary>
    private static async Task<double> ClaimAsync(IHost host, string key)
    {
        var store = host.Services.GetRequiredService<IWorkStore>();
        await QueueAsync(host, key, 2 * Claims);
        var ticks = new List<long>();
        for (var claim = 0; claim < 2 * Claims; claim++)
        {
            var started = Stopwatch.GetTimestamp();
            await store.ClaimAsync(new(Kind, "bench", TimeSpan.FromHours(1), 1));
            ticks.Add(Stopwatch.GetTimestamp() - started);
        }

        return Percentiles.Microseconds([.. ticks.Skip(Claims).Order()], 0.5);
    }

    /// <summary>Stores finished items up to a number, as a long past leaves them.</summary>
    private static async Task FinishedAsync(IDatabaseUnderTest target, int from, int to)
    {
        await using (var connection = await target.OpenRawReaderAsync())
        {
            await using var insert = connection.CreateCommand();
            insert.CommandTimeout = 600;
            insert.CommandText = target.Table(
                $"""
                with recursive n(number) as (select {from} union all select number + 1 from n where number < {to - 1})
                insert into systemlog.work_item
                    (shop_id, kind, key, state, due_at, order_key, payload, payload_version, attempts, tries, token, queued_at, ended_at)
                select 'main', '{Kind}', 'past ' || number, 2, number, 'order ' || (number % 5000), '{"{}"}', 1, 1, 1, 1, number, number from n
                """);
            await insert.ExecuteNonQueryAsync();
        }

        await target.AnalyzeAsync();
    }

    private sealed class Handler : IWorkHandler
    {
        public int AtOnce { get; init; } = 1;

        public TaskCompletionSource<long>? Begun { get; set; }

        public WorkKind Kind => new(WorkBenchmark.Kind) { AtOnce = AtOnce };

        public Task<WorkOutcome> HandleAsync(WorkContext work, CancellationToken cancellationToken)
        {
            Begun?.TrySetResult(Stopwatch.GetTimestamp());
            return Task.FromResult<WorkOutcome>(new WorkOutcome.Done());
        }
    }
}
