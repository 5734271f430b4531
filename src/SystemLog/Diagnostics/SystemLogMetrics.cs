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

    /// <summary>Gets the count of errors by source and by how sure their explanation is: what is not "rule" shows which rule to add next.</summary>
    internal static Counter<long> ErrorsExplained { get; } =
        s_meter.CreateCounter<long>("systemlog.errors.explained", "{error}", "Errors explained, by source and match (rule, general, none).");

    internal static Counter<long> DetailsDropped { get; } =
        s_meter.CreateCounter<long>("systemlog.reports.details_dropped", "{report}", "Reports counted without details: the queue was full.");

    internal static Counter<long> ReportsDropped { get; } =
        s_meter.CreateCounter<long>("systemlog.reports.dropped", "{report}", "Reports counted per shop, source and reason only.");

    internal static Counter<long> SuccessesDropped { get; } =
        s_meter.CreateCounter<long>("systemlog.successes.dropped", "{success}", "Successes forgotten because too many waited.");
}
