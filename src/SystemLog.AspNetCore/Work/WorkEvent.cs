using SystemLog.Work;

namespace SystemLog.AspNetCore.Work;

/// <summary>Something that happened to an item: an attempt, or a person's decision.</summary>
internal sealed record WorkEvent(DateTimeOffset At, WorkAttempt? Attempt, WorkDecision? Decision);
