using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Storage;
using SystemLog.Subjects;

namespace SystemLog.Benchmarks;

/// <summary>Reports made durable per second, and the wait for one, against the same rows written by hand.</summary>
internal static class WriteBenchmark
{
    private const int Reports = 20_000;
    private const int BatchSize = 1_000;
    private const int Rounds = 3;
    private const int SingleCalls = 500;

    private static readonly string s_words = "Captured amount is higher than the remaining authorized amount. "
        + string.Concat(Enumerable.Range(0, 200).Select(word => $"word{(char)('a' + (word % 26))} ")) + new string('x', 100);

    public static async Task<IReadOnlyList<Figure>> RunAsync(Func<Task<IDatabaseUnderTest>> create)
    {
        var figures = new List<Figure>();
        foreach (var (name, report) in (IEnumerable<(string, Func<int, ErrorReport>)>)[("duplicates of 10", Duplicate), ("all distinct, 1.5 kB", Distinct)])
        {
            figures.AddRange(await ThroughputAsync(create, name, report));
        }

        figures.AddRange(await DurableAsync(create));
        return figures;
    }

    private static ErrorReport Duplicate(int call) => Report($"{call % 10}", s_words);

    private static ErrorReport Distinct(int call) => Report($"{call}", s_words);

    private static ErrorReport Report(string order, string text) => new()
    {
        Source = Sources.Klarna,
        Operation = Operations.Capture,
        Subject = SubjectRef.Order(order),
        Text = text,
    };

    private static async Task<IEnumerable<Figure>> ThroughputAsync(Func<Task<IDatabaseUnderTest>> create, string name, Func<int, ErrorReport> report)
    {
        var batches = await CaptureAsync(report);
        var (ours, raw) = (new List<double>(), new List<double>());
        var database = "";
        for (var round = 0; round < Rounds; round++)
        {
            await using (var target = await create())
            {
                ours.Add(await OursAsync(target, report));
                database = target.Name;
            }

            await using (var target = await create())
            {
                raw.Add(await RawAsync(target, batches));
            }
        }

        var (oursMedian, rawMedian) = (Percentiles.Median(ours), Percentiles.Median(raw));
        var group = $"Made durable per second, {database}";
        return
        [
            new(group, $"{name}: ours", oursMedian, "reports/s"),
            new(group, $"{name}: raw", rawMedian, "reports/s"),
            new(group, $"{name}: ours ÷ raw", oursMedian / rawMedian, "", 0.7, AtLeast: true),
        ];
    }

    private static IHost HostOn(IDatabaseUnderTest target)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        target.Use(builder.Services.AddSystemLog(options =>
        {
            // Room for everything at once: dropping details would be writing fewer rows.
            options.QueueLimit = Reports;
            options.QueueBytes = 1024 * 1024 * 1024;
            options.PendingIssuesLimit = Reports;
            options.BatchSize = BatchSize;
        }));
        return builder.Build();
    }

    private static async Task<double> OursAsync(IDatabaseUnderTest target, Func<int, ErrorReport> report)
    {
        using var host = HostOn(target);
        await host.StartAsync();
        var log = host.Services.GetRequiredService<IssueLog>();
        await log.ReportDurableAsync(Report("first", "warm"));
        await log.ReportDurableAsync(Report("first", "warm"));

        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Reports; i += BatchSize)
        {
            for (var call = i; call < i + BatchSize; call++)
            {
                log.Report(report(call));
            }

            // Gives the writer its turn as a running shop would, so that batches are about as large as the raw ones.
            while (log.Waiting > BatchSize)
            {
                await Task.Delay(1);
            }
        }

        await host.StopAsync();
        return Reports / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<double> RawAsync(IDatabaseUnderTest target, List<IssueBatch> batches)
    {
        await MigrateAsync(target);
        await using var writer = await target.OpenRawWriterAsync();
        var started = Stopwatch.GetTimestamp();
        foreach (var batch in batches)
        {
            await writer.WriteAsync(batch);
        }

        return Reports / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>What the writer would store, in batches of 1,000 reports.</summary>
    private static async Task<List<IssueBatch>> CaptureAsync(Func<int, ErrorReport> report)
    {
        var batches = new List<IssueBatch>();
        for (var i = 0; i < Reports; i += BatchSize)
        {
            var storage = new MemoryStorage();
            var builder = Host.CreateEmptyApplicationBuilder(null);
            builder.Services.AddSystemLog();
            builder.Services.AddSingleton<IStorage>(storage).AddSingleton<IIssueStore>(storage).AddSingleton<IIssueQueries>(storage);
            using var host = builder.Build();
            var log = host.Services.GetRequiredService<IssueLog>();
            for (var call = i; call < i + BatchSize; call++)
            {
                log.Report(report(call));
            }

            await host.StartAsync();
            await host.StopAsync();
            batches.Add(new([.. storage.Deltas.OrderBy(delta => delta.Id.ToString(), StringComparer.Ordinal)], [], []));
        }

        return batches;
    }

    private static async Task MigrateAsync(IDatabaseUnderTest target)
    {
        using var host = HostOn(target);
        await host.Services.GetRequiredService<IStorage>().PrepareAsync(_ => { });
    }

    private static async Task<IEnumerable<Figure>> DurableAsync(Func<Task<IDatabaseUnderTest>> create)
    {
        var captured = await CaptureAsync(Distinct);
        var singles = captured.SelectMany(batch => batch.Issues).Take(SingleCalls).Select(delta => new IssueBatch([delta], [], [])).ToList();
        var (one, sixtyFour, raw) = (new List<double>(), new List<double>(), new List<double>());
        var database = "";
        for (var round = 0; round < Rounds; round++)
        {
            await using (var target = await create())
            {
                (var single, var many) = await DurableCallsAsync(target);
                one.Add(single);
                sixtyFour.Add(many);
                database = target.Name;
            }

            await using (var target = await create())
            {
                raw.Add(await RawCommitsAsync(target, singles));
            }
        }

        var (oneMedian, manyMedian, rawMedian) = (Percentiles.Median(one), Percentiles.Median(sixtyFour), Percentiles.Median(raw));
        var group = $"ReportDurableAsync, {database}";
        return
        [
            new(group, "one caller: median", oneMedian, "µs"),
            new(group, "raw commit of the same rows: median", rawMedian, "µs"),
            new(group, "one caller ÷ raw commit", oneMedian / rawMedian, "", 1.3),
            new(group, "64 callers", manyMedian, "reports/s"),
            new(group, "raw, one row per transaction", 1_000_000 / rawMedian, "reports/s"),
            new(group, "64 callers ÷ one row per transaction", manyMedian * rawMedian / 1_000_000, "", 10, AtLeast: true),
        ];
    }

    private static async Task<(double OneMicroseconds, double ManyPerSecond)> DurableCallsAsync(IDatabaseUnderTest target)
    {
        using var host = HostOn(target);
        await host.StartAsync();
        var log = host.Services.GetRequiredService<IssueLog>();
        await CallsAsync(log, 50, "warm");
        var ticks = await CallsAsync(log, SingleCalls, "single");
        Array.Sort(ticks);

        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, 64).Select(caller => Task.Run(() => CallsAsync(log, 100, $"c{caller}-"))));
        var perSecond = 64 * 100 / Stopwatch.GetElapsedTime(started).TotalSeconds;
        await host.StopAsync();
        return (Percentiles.Microseconds(ticks, 0.5), perSecond);
    }

    private static async Task<long[]> CallsAsync(IssueLog log, int calls, string order)
    {
        var ticks = new long[calls];
        for (var i = 0; i < calls; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await log.ReportDurableAsync(Report($"{order}{i}", s_words));
            ticks[i] = Stopwatch.GetTimestamp() - started;
        }

        return ticks;
    }

    private static async Task<double> RawCommitsAsync(IDatabaseUnderTest target, List<IssueBatch> batches)
    {
        await MigrateAsync(target);
        await using var writer = await target.OpenRawWriterAsync();
        var ticks = new List<long>();
        foreach (var batch in batches)
        {
            var started = Stopwatch.GetTimestamp();
            await writer.WriteAsync(batch);
            ticks.Add(Stopwatch.GetTimestamp() - started);
        }

        var sorted = ticks.Skip(50).Order().ToArray();
        return Percentiles.Microseconds(sorted, 0.5);
    }
}
