using SystemLog.AspNetCore.Orders;
using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Subjects;
using SystemLog.Timeline;

namespace SystemLog.AspNetCore.Subjects;

/// <summary>Everything about one order, booking or other subject.</summary>
internal sealed record SubjectModel(SubjectRef Subject, IReadOnlyList<Issue> Issues, IReadOnlyList<TimelineEntry> Timeline, ErrorCatalogue Catalogue)
{
    public SubjectFacts? Facts { get; init; }

    public bool FactsMissing { get; init; }

    public required long AsOf { get; init; }

    /// <summary>Gets its status and what goes with that; null for a subject without a workflow.</summary>
    public OrderModel? Order { get; init; }

    /// <summary>Gets a note that could not be saved, as it was typed.</summary>
    public string? RefusedNote { get; init; }

    /// <summary>Gets the address that a report gave for it.</summary>
    public string? ReportedLink => Issues.Select(issue => issue.SubjectLink).FirstOrDefault(link => link is not null);

    public IEnumerable<Issue> Open => Issues.Where(issue => issue.State == IssueState.Open);

    public IEnumerable<Issue> Solved => Issues.Where(issue => issue.State == IssueState.Solved);
}
