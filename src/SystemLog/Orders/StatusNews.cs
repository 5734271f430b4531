namespace SystemLog.Orders;

/// <summary>The payload of work that tells the host of a change.</summary>
internal sealed record StatusNews(long Version, string Status, string HostStatus, DateTimeOffset At, string ActorName);
