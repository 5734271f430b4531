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

    internal static Counter<long> WorkAttempts { get; } =
        s_meter.CreateCounter<long>("systemlog.work.attempts", "{attempt}", "Attempts at items of work, by kind and outcome.");

    internal static Histogram<double> WorkDuration { get; } =
        s_meter.CreateHistogram<double>("systemlog.work.duration", "s", "How long attempts took, by kind.");

    /// <summary>Gets the time from when an item could begin to when it began.</summary>
    internal static Histogram<double> WorkLateness { get; } =
        s_meter.CreateHistogram<double>("systemlog.work.lateness", "s", "How long items waited beyond their time, by kind.");

    /// <summary>Gets the gauge of items that need a person.</summary>
    internal static Gauge<int> WorkStuck { get; } =
        s_meter.CreateGauge<int>("systemlog.work.stuck", "{item}", "Items that failed, are unknown or parked, by kind; counted every half minute.");

    /// <summary>Gets the gauge of the longest due item.</summary>
    internal static Gauge<double> WorkOldestDue { get; } =
        s_meter.CreateGauge<double>("systemlog.work.oldest_due", "s", "For how long the oldest due item could have begun, by kind; every half minute.");
}
