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
}
