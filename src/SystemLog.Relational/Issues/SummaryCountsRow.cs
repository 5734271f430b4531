namespace SystemLog.Issues;

/// <summary>The numbers of a summary.</summary>
internal sealed class SummaryCountsRow
{
    public long Untreated { get; init; }

    public long NewSubjects { get; init; }

    public long ByPeople { get; init; }

    public long BySystem { get; init; }
}
