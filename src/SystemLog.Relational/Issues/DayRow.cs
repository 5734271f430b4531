namespace SystemLog.Issues;

/// <summary>A row of systemlog.issue_day.</summary>
internal sealed class DayRow
{
    public required string Fingerprint { get; init; }

    public long Day { get; init; }

    public long Count { get; init; }

    public DayCount ToDay() => new(StoredDay.Read(Day), Count);
}
