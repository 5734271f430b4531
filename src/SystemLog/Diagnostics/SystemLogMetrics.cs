using System.Diagnostics.Metrics;

namespace SystemLog.Diagnostics;

/// <summary>The meter "SystemLog" and its instruments.</summary>
public static class SystemLogMetrics
{
    /// <summary>The name of the meter, for a host's OpenTelemetry set-up.</summary>
    public const string MeterName = "SystemLog";

    private static readonly Meter s_meter = new(MeterName);

    internal static Counter<long> ReportsWritten { get; } =
        s_meter.CreateCounter<long>("systemlog.reports.written", "{report}", "Reports that are stored.");

    internal static Counter<long> DetailsDropped { get; } =
        s_meter.CreateCounter<long>("systemlog.reports.details_dropped", "{report}", "Reports counted without details: the queue was full.");

    internal static Counter<long> ReportsDropped { get; } =
        s_meter.CreateCounter<long>("systemlog.reports.dropped", "{report}", "Reports counted per shop, source and reason only.");

    internal static Counter<long> SuccessesDropped { get; } =
        s_meter.CreateCounter<long>("systemlog.successes.dropped", "{success}", "Successes forgotten because too many waited.");
}
