using SystemLog.Subjects;

namespace SystemLog.Issues;

/// <summary>Which issues a change is meant for.</summary>
public abstract record IssueSelection
{
    private IssueSelection()
    {
    }

    /// <summary>These issues; unknown ids are passed over.</summary>
    /// <param name="Issues">The ids, at most 1,000.</param>
    public sealed record These(IReadOnlyList<Fingerprint> Issues) : IssueSelection;

    /// <summary>Every open issue of a subject.</summary>
    /// <param name="Subject">The subject.</param>
    /// <param name="AsOf">Only what last happened at or before this: what came later was not on the page the person saw.</param>
    public sealed record OfSubject(SubjectRef Subject, DateTimeOffset AsOf) : IssueSelection;

    /// <summary>Every open issue of a cause that a filter leaves, across subjects.</summary>
    /// <param name="Key">The cause.</param>
    /// <param name="Filter">What else the person had filtered by.</param>
    /// <param name="AsOf">Only what last happened at or before this: what came later was not on the page the person saw.</param>
    public sealed record OfCause(CauseKey Key, IssueFilter Filter, DateTimeOffset AsOf) : IssueSelection;
}
