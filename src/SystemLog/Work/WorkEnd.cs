namespace SystemLog.Work;

/// <summary>What an attempt makes of its item: decided before it is written.</summary>
/// <param name="State">The state it goes to.</param>
/// <param name="Pause">How long it waits before it is tried again; null where it is not.</param>
/// <param name="Outcome">The outcome in a word, kept with the attempt.</param>
/// <param name="Reason">Why; null where it is done.</param>
public sealed record WorkEnd(WorkState State, TimeSpan? Pause, string Outcome, string? Reason)
{
    /// <summary>Gets what a done attempt has to tell, as JSON; null where it has nothing.</summary>
    public string? Result { get; init; }

    /// <summary>Gets what is written instead where the point of no return has been passed; null where that makes no difference.</summary>
    public WorkEnd? PastReturn { get; init; }

    /// <summary>Decides for an attempt that ended without an outcome: an exception, the time limit, a stopping host. Pure.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="attempt">The number of the attempt since the item was queued or run again, from 1.</param>
    /// <param name="policy">The policy of the kind.</param>
    /// <param name="chance">A number from 0 up to 1 for the jitter.</param>
    public static WorkEnd WithoutOutcome(string reason, int attempt, RetryPolicy policy, double chance) =>
        Of(new WorkOutcome.TryAgain(reason), attempt, policy, chance) with
        {
            PastReturn = Of(new WorkOutcome.Unknown(reason), attempt, policy, chance),
        };

    /// <summary>Decides. Pure.</summary>
    /// <param name="outcome">What came of the attempt.</param>
    /// <param name="attempt">The number of the attempt since the item was queued or run again, from 1.</param>
    /// <param name="policy">The policy of the kind.</param>
    /// <param name="chance">A number from 0 up to 1 for the jitter.</param>
    public static WorkEnd Of(WorkOutcome outcome, int attempt, RetryPolicy policy, double chance) => outcome switch
    {
        WorkOutcome.Done done => new(WorkState.Succeeded, null, "done", null) { Result = done.Result },
        WorkOutcome.TryAgain again => policy.PauseAfter(attempt, chance, again.RetryAfter) is { } pause
            ? new(WorkState.Waiting, pause, "tryAgain", again.Reason)
            : new(WorkState.Failed, null, "tryAgain", again.Reason),
        WorkOutcome.Failed failed => new(WorkState.Failed, null, "failed", failed.Reason),
        WorkOutcome.Unknown unknown => new(WorkState.Unknown, null, "unknown", unknown.Reason),
        WorkOutcome.Parked parked => new(WorkState.Parked, null, "parked", parked.Reason),
        _ => throw new ArgumentException($"{outcome.GetType().Name} is no outcome.", nameof(outcome)),
    };
}
