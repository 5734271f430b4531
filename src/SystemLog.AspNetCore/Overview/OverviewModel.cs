using SystemLog.AspNetCore.Subjects;
using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Storage;

namespace SystemLog.AspNetCore.Overview;

/// <summary>What the overview shows.</summary>
internal sealed record OverviewModel(
    IssueQuery Query, Page<Issue> Page, bool IsFirstPage, FoundSubjects Subjects, IReadOnlyList<DroppedReports> Dropped)
{
    public required ErrorCatalogue Catalogue { get; init; }

    public required IReadOnlyList<string> Sources { get; init; }
}
