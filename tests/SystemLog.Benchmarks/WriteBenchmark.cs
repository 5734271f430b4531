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
    private const int Rounds = 5;
    private const int SingleCalls = 500;
    private const int Callers = 64;

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

    public static ErrorReport Distinct(int call) => Report($"{call}", s_words);

    private static ErrorReport Report(string order, string? text) => new()
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
    private static async Task<List<IssueBatch>> CaptureAsync(Func<int, ErrorReport> report, int reports = Reports)
    {
        var batches = new List<IssueBatch>();
        for (var i = 0; i < reports; i += BatchSize)
        {
            var storage = new MemoryStorage();
            var builder = Host.CreateEmptyApplicationBuilder(null);
            builder.Services.AddSystemLog();
            builder.Services.AddSingleton<IStorage>(storage).AddSingleton<IIssueStore>(storage).AddSingleton<IIssueQueries>(storage);
            using var host = builder.Build();
            var log = host.Services.GetRequiredService<IssueLog>();
            for (var call = i; call < Math.Min(i + BatchSize, reports); call++)
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

    /// <summary>A provider's answer as they mostly are: a few hundred bytes.</summary>
    private static ErrorReport Answer(string order) => Report(order, text: null) with
    {
        Answer = new(
            403,
            """{"error_code":"CAPTURE_NOT_ALLOWED","error_messages":["Captured amount is higher than the remaining authorized amount."],"correlation_id":"2d1557e8-17c3-466c-924a-bbc3e91c2a02"}""",
            "application/json"),
    };

    private static async Task<IEnumerable<Figure>> DurableAsync(Func<Task<IDatabaseUnderTest>> create)
    {
        var (distinct, same) = (await SinglesAsync(call => Answer($"{call}")), await SinglesAsync(call => Answer($"{call % 10}")));
        var (one, manyDistinct, manySame) = (new List<double>(), new List<double>(), new List<double>());
        var (rawDistinct, rawSame) = (new List<double>(), new List<double>());
        var database = "";
        for (var round = 0; round < Rounds; round++)
        {
            await using (var target = await create())
            {
                database = target.Name;
                using var host = HostOn(target);
                await host.StartAsync();
                var log = host.Services.GetRequiredService<IssueLog>();
                await CallsAsync(log, SingleCalls, call => Answer($"warm{call}"));
                one.Add(await CallsAsync(log, SingleCalls, call => Answer($"one{call}")));
                manyDistinct.Add(await CallersAsync(log, (caller, call) => Answer($"{caller}-{call}")));
                manySame.Add(await CallersAsync(log, (_, call) => Answer($"same{call % 10}")));
                await host.StopAsync();
            }

            await using (var target = await create())
            {
                rawDistinct.Add(await RawCommitsAsync(target, distinct));
            }

            await using (var target = await create())
            {
                rawSame.Add(await RawCommitsAsync(target, same));
            }
        }

        var (oneMedian, rawMedian) = (Percentiles.Median(one), Percentiles.Median(rawDistinct));
        var (rawPerSecond, rawSamePerSecond) = (1_000_000 / rawMedian, 1_000_000 / Percentiles.Median(rawSame));
        var (distinctPerSecond, samePerSecond) = (Percentiles.Median(manyDistinct), Percentiles.Median(manySame));
        var group = $"ReportDurableAsync, {database}";
        return
        [
            new(group, "one caller: median", oneMedian, "µs"),
            new(group, "raw commit of the same rows: median", rawMedian, "µs"),
            new(group, "one caller ÷ raw commit", oneMedian / rawMedian, "", 1.3),
            new(group, $"{Callers} callers, the same 10 errors", samePerSecond, "reports/s"),
            new(group, "raw, one report per transaction, the same 10 errors", rawSamePerSecond, "reports/s"),
            new(group, $"{Callers} callers ÷ one report per transaction, the same 10 errors", samePerSecond / rawSamePerSecond, "", 10, AtLeast: true),
            new(group, $"{Callers} callers, all distinct", distinctPerSecond, "reports/s"),
            new(group, "raw, one report per transaction, all distinct", rawPerSecond, "reports/s"),
            new(group, $"{Callers} callers ÷ one report per transaction, all distinct", distinctPerSecond / rawPerSecond, "", 10, AtLeast: true),
        ];
    }

    private static async Task<List<IssueBatch>> SinglesAsync(Func<int, ErrorReport> report)
    {
        var singles = new List<IssueBatch>();
        for (var call = 0; call < SingleCalls * 2; call++)
        {
            singles.AddRange(await CaptureAsync(_ => report(call), reports: 1));
        }

        return singles;
    }

    private static async Task<double> CallersAsync(IssueLog log, Func<int, int, ErrorReport> report)
    {
        const int CallsEach = 200;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => CallsAsync(log, CallsEach, call => report(caller, call)))));
        return Callers * CallsEach / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Returns the median wait in microseconds.</summary>
    private static async Task<double> CallsAsync(IssueLog log, int calls, Func<int, ErrorReport> report)
    {
        var ticks = new long[calls];
        for (var i = 0; i < calls; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await log.ReportDurableAsync(report(i));
            ticks[i] = Stopwatch.GetTimestamp() - started;
        }

        Array.Sort(ticks);
        return Percentiles.Microseconds(ticks, 0.5);
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

        var sorted = ticks.Skip(SingleCalls).Order().ToArray();
        return Percentiles.Microseconds(sorted, 0.5);
    }
}
