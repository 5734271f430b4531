namespace SystemLog.Issues;

/// <summary>A row of systemlog.dropped_report.</summary>
internal sealed class DroppedRow
{
    public required string ShopId { get; init; }

    public required string Source { get; init; }

    public long Reason { get; init; }

    public long Count { get; init; }

    public long LastAt { get; init; }

    public DroppedReports ToDropped() => new(ShopId, Source, (DropReason)Reason, Count, UnixTime.Of(LastAt));
}
