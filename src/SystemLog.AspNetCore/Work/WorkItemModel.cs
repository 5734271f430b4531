using SystemLog.Subjects;
using SystemLog.Work;

namespace SystemLog.AspNetCore.Work;

/// <summary>One item of work and all that was done about it.</summary>
internal sealed record WorkItemModel(WorkItem Item, IReadOnlyList<WorkAttempt> Attempts, IReadOnlyList<WorkDecision> Decisions)
{
    /// <summary>Gets what the host told of its order.</summary>
    public SubjectFacts? Subject { get; init; }

    /// <summary>Gets whether the order has a page.</summary>
    public bool HasSubjectPage { get; init; }

    /// <summary>Gets what happened, the newest first: attempts, and what people decided between them.</summary>
    public IEnumerable<WorkEvent> Events =>
        Attempts.Select(attempt => new WorkEvent(attempt.BegunAt, attempt, null))
            .Concat(Decisions.Select(decision => new WorkEvent(decision.At, null, decision)))
            .OrderBy(happened => happened.At)
            .Reverse();
}
