using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Storage;
using SystemLog.Subjects;

namespace SystemLog.Benchmarks;

/// <summary>What a report costs the thread that makes it: building the report and the call, one call at a time.</summary>
internal static class ReportBenchmark
{
    private const int CallsPerThread = 100_000;
    private const string Group = "Report on the caller's thread";

    public static async Task<IReadOnlyList<Figure>> RunAsync()
    {
        var storage = new MemoryStorage { Remembers = false };
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSystemLog();
        builder.Services.AddSingleton<IStorage>(storage).AddSingleton<IIssueStore>(storage).AddSingleton<IIssueQueries>(storage);
        using var host = builder.Build();
        await host.StartAsync();
        var log = host.Services.GetRequiredService<IssueLog>();

        var figures = new List<Figure>();
        foreach (var threads in (int[])[1, 8])
        {
            figures.AddRange(Measure($"text given, {threads} thread{(threads > 1 ? "s" : "")}", threads, call => ReportText(log, call), 2, 5, 100));
            figures.AddRange(Measure($"exception, {threads} thread{(threads > 1 ? "s" : "")}", threads, call => ReportException(log, call), 6, null, 2_000));
        }

        await host.StopAsync();
        return figures;
    }

    private static readonly string[] s_orders = [.. Enumerable.Range(0, 10).Select(order => $"10{order:00}")];
    private static readonly Exception[] s_exceptions = [.. Enumerable.Range(0, 10).Select(Thrown)];

    private static void ReportText(IssueLog log, int call) => log.Report(new()
    {
        Source = Sources.Klarna,
        Operation = Operations.Capture,
        Subject = SubjectRef.Order(s_orders[call % s_orders.Length]),
        Text = "Captured amount is higher than the remaining authorized amount. Capture not possible.",
    });

    private static void ReportException(IssueLog log, int call) => log.Report(new()
    {
        Source = Sources.Tripletex,
        Operation = Operations.OrderTransfer,
        Subject = SubjectRef.Order(s_orders[call % s_orders.Length]),
        Exception = s_exceptions[call % s_exceptions.Length],
    });

    private static Exception Thrown(int number)
    {
        try
        {
            throw new HttpRequestException($"Connection refused (api.example:{number})");
        }
        catch (HttpRequestException exception)
        {
            return exception;
        }
    }

    private static IEnumerable<Figure> Measure(string name, int threads, Action<int> call, double medianLimit, double? p99Limit, double bytesLimit)
    {
        Calls(threads, call);
        var (ticks, bytes) = Calls(threads, call);
        Array.Sort(ticks);
        yield return new(Group, $"{name}: median", Percentiles.Microseconds(ticks, 0.5), "µs", medianLimit);
        yield return new(Group, $"{name}: p99", Percentiles.Microseconds(ticks, 0.99), "µs", p99Limit);
        yield return new(Group, $"{name}: allocated per call", bytes, "bytes", bytesLimit);
    }

    private static (long[] Ticks, double BytesPerCall) Calls(int threads, Action<int> call)
    {
        var ticks = new long[threads * CallsPerThread];
        long bytes = 0;
        using var start = new Barrier(threads);
        var running = Enumerable.Range(0, threads).Select(thread => new Thread(() =>
        {
            start.SignalAndWait();
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < CallsPerThread; i++)
            {
                var started = Stopwatch.GetTimestamp();
                call(i);
                ticks[(thread * CallsPerThread) + i] = Stopwatch.GetTimestamp() - started;
            }

            Interlocked.Add(ref bytes, GC.GetAllocatedBytesForCurrentThread() - before);
        })).ToList();
        running.ForEach(thread => thread.Start());
        running.ForEach(thread => thread.Join());
        return (ticks, (double)bytes / ticks.Length);
    }
}
