namespace SystemLog.Work;

/// <summary>A row of systemlog.work_decision.</summary>
internal sealed class DecisionRow
{
    public long Kind { get; init; }

    public required string ActorId { get; init; }

    public required string ActorName { get; init; }

    public long At { get; init; }

    public WorkDecision ToDecision() => new((WorkDecisionKind)Kind, new(ActorId, ActorName), UnixTime.Of(At));
}
