namespace SystemLog.Work;

/// <summary>What came of an attempt.</summary>
public abstract record WorkOutcome
{
    private protected WorkOutcome()
    {
    }

    /// <summary>It is done.</summary>
    /// <param name="Result">What there is to tell of it, as JSON for the pages of the kind; null where there is nothing.</param>
    public sealed record Done(string? Result = null) : WorkOutcome;

    /// <summary>It was not done, and may be tried again later.</summary>
    /// <param name="Reason">Why not.</param>
    /// <param name="RetryAfter">How long to wait at least, where the other side said so.</param>
    public sealed record TryAgain(string Reason, TimeSpan? RetryAfter = null) : WorkOutcome;

    /// <summary>It was refused for good.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Failed(string Reason) : WorkOutcome;

    /// <summary>It may or may not have been done.</summary>
    /// <param name="Reason">Why that is not known.</param>
    public sealed record Unknown(string Reason) : WorkOutcome;

    /// <summary>Nobody here knows how to do it.</summary>
    /// <param name="Reason">What is missing: a handler, a newer version.</param>
    public sealed record Parked(string Reason) : WorkOutcome;
}
