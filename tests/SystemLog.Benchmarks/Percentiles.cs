using System.Diagnostics;

namespace SystemLog.Benchmarks;

/// <summary>Durations of single calls, in timer ticks.</summary>
internal static class Percentiles
{
    /// <summary>Returns the microseconds below which the share of the calls stays.</summary>
    public static double Microseconds(long[] sortedTicks, double share) =>
        sortedTicks[(int)Math.Min(sortedTicks.Length - 1, sortedTicks.Length * share)] * 1_000_000.0 / Stopwatch.Frequency;

    /// <summary>Returns the middle of the values.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    /// <summary>Returns the microseconds of the middle call, the first fifth of the calls left out.</summary>
    public static async Task<double> MedianAsync(int calls, Func<Task> call)
    {
        var ticks = new long[calls];
        for (var i = 0; i < calls + (calls / 5) + 1; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await call();
            ticks[i % calls] = Stopwatch.GetTimestamp() - started;
        }

        Array.Sort(ticks);
        return Microseconds(ticks, 0.5);
    }
}
