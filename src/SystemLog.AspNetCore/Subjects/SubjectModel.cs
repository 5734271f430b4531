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

    public IEnumerable<Issue> Open => Issues.Where(issue => issue.State == IssueState.Open);

    public IEnumerable<Issue> Solved => Issues.Where(issue => issue.State == IssueState.Solved);
}
