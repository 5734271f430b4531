using System.Diagnostics;

namespace SystemLog.Diagnostics;

/// <summary>The activity source "SystemLog", whose activities a host's tracing may listen to.</summary>
public static class SystemLogActivities
{
    /// <summary>The name of the source, for a host's OpenTelemetry set-up.</summary>
    public const string SourceName = "SystemLog";

    /// <summary>Gets the source. Its activities: "systemlog.work", one attempt at an item of work.</summary>
    internal static ActivitySource Source { get; } = new(SourceName);
}
