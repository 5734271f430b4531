using System.Diagnostics;
using SystemLog.Catalogue;
using SystemLog.Catalogue.Rules;

namespace SystemLog.Benchmarks;

/// <summary>What explaining an error costs: the examples of every rule of every provider, errors nobody knows, and large bodies.</summary>
internal static class ExplainBenchmark
{
    private const string Group = "Explaining an error";
    private const int SmallBody = 4 * 1024;
    private const int LargeBody = 64 * 1024;

    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_measured = TimeSpan.FromSeconds(1);

    private const string NobodyKnows =
        """{"status":418,"message":"The flux of the primary manifold is inverted beyond what this endpoint was made for","requestId":"998c4069-fe35-4b4d"}""";

    public static IReadOnlyList<Figure> Run(ErrorCatalogue catalogue, IReadOnlyList<ErrorRuleSet> sets)
    {
        var examples = sets.SelectMany(set => set.InFileOrder.Select(rule => RuleCheck.ErrorOf(set.Source, rule.Entry.Example!))).ToList();
        var unknown = sets.Select(set => new ProviderError { Source = set.Source, Operation = Operations.Other, Status = 418, Body = NobodyKnows }).ToList();
        var known = Ticks(catalogue, examples);
        var (small, large) = (Bodies(examples, SmallBody), Bodies(examples, LargeBody));
        return
        [
            new(Group, $"an error, {examples.Count} examples of all rules: median", Percentiles.Microseconds(known, 0.5), "µs", 20),
            new(Group, "the same: p99", Percentiles.Microseconds(known, 0.99), "µs"),
            new(Group, "an error no rule knows: median", Percentiles.Microseconds(Ticks(catalogue, unknown), 0.5), "µs", 20),
            new(Group, "allocated for an example: mean", Allocated(catalogue, examples), "bytes"),
            new(Group, "64 kB ÷ 4 kB, 16 times the length: time", Median(catalogue, large) / Median(catalogue, small), "", 32),
            new(Group, "allocated ÷ length of a body of 64 kB", Allocated(catalogue, large) / LargeBody, "bytes per character", 16),
            new(Group, "1 MB ÷ 64 kB (both are read to 64 kB): time", Median(catalogue, Bodies(examples, 16 * LargeBody)) / Median(catalogue, large), "", 3),
        ];
    }

    private static List<ProviderError> Bodies(List<ProviderError> examples, int length) =>
        [.. examples.Where(example => example.Body is not null).GroupBy(example => example.Source)
            .Select(source => source.First() with { Body = Repeated(string.Join(",\n", source.Select(example => example.Body)), length) })];

    private static string Repeated(string text, int length) => string.Concat(Enumerable.Repeat(text, (length / text.Length) + 1))[..length];

    private static double Median(ErrorCatalogue catalogue, List<ProviderError> errors) => Percentiles.Microseconds(Ticks(catalogue, errors), 0.5);

    private static long[] Ticks(ErrorCatalogue catalogue, List<ProviderError> errors)
    {
        // The run-time compiles what is called often a second time, in the background.
        Measure(catalogue, errors, s_warmUp, []);
        var ticks = new List<long>();
        Measure(catalogue, errors, s_measured, ticks);
        ticks.Sort();
        return [.. ticks];
    }

    private static void Measure(ErrorCatalogue catalogue, List<ProviderError> errors, TimeSpan length, List<long> ticks)
    {
        for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < length;)
        {
            foreach (var error in errors)
            {
                var started = Stopwatch.GetTimestamp();
                catalogue.Explain(error);
                ticks.Add(Stopwatch.GetTimestamp() - started);
            }
        }
    }

    private static double Allocated(ErrorCatalogue catalogue, List<ProviderError> errors)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        errors.ForEach(error => catalogue.Explain(error));
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)errors.Count;
    }
}
