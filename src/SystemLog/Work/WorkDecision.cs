namespace SystemLog.Work;

/// <summary>A person's decision about an item. Append-only.</summary>
/// <param name="Kind">What was decided.</param>
/// <param name="Actor">Who.</param>
/// <param name="At">When.</param>
public sealed record WorkDecision(WorkDecisionKind Kind, Actor Actor, DateTimeOffset At);
