using SystemLog.Issues;

namespace SystemLog.Digests;

/// <summary>What a summary mail tells, apart from any language: all it takes to write the mail.</summary>
internal sealed record DigestContent
{
    /// <summary>Gets the shop's name.</summary>
    public required string Shop { get; init; }

    /// <summary>Gets the shop's time zone, in which the mail tells times.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Gets the time the summary is of.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Gets the time of the summary before it; null the first time, when nothing can be new or solved since.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Gets how the shop's issues stand.</summary>
    public required IssueSummary Issues { get; init; }

    /// <summary>Gets what could only be counted and was so since last time. The counts are of all time: no other is kept.</summary>
    public IReadOnlyList<DroppedReports> Dropped { get; init; } = [];

    /// <summary>Gets the panel's address, with the query that chooses the shop where there are several; null where the mail has no links.</summary>
    public Uri? Panel { get; init; }

    /// <summary>Gets whether nothing is untreated.</summary>
    public bool IsEmpty => Issues.Untreated == 0;
}
