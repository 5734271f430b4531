namespace SystemLog.AspNetCore.Health;

/// <summary>Settings of SystemLog's health checks.</summary>
public sealed class SystemLogHealthOptions
{
    /// <summary>Gets or sets how long the oldest due item of background work may wait before "systemlog-work" is degraded, more than 0 and less
    /// than <see cref="WorkUnhealthyAfter"/>. The default is 5 minutes.</summary>
    public TimeSpan WorkDegradedAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets or sets how long the oldest due item may wait before "systemlog-work" is unhealthy. The default is 1 hour: the longest pause
    /// between two attempts.</summary>
    public TimeSpan WorkUnhealthyAfter { get; set; } = TimeSpan.FromHours(1);
}
