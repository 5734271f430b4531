namespace SystemLog.Messages;

/// <summary>What came of a mail.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>The server is now responsible for the mail. Whether it reaches a mailbox is not known yet.</summary>
    /// <param name="Reference">What the server calls it, to find the mail in its log; null where it says nothing.</param>
    /// <param name="RefusedRecipients">Those it did not take; empty where it took all.</param>
    public sealed record Accepted(string? Reference, IReadOnlyList<RefusedRecipient> RefusedRecipients) : SendOutcome;

    /// <summary>Nobody gets the mail: the server said no, or gave no proper answer before it had the whole mail.</summary>
    /// <param name="Reason">Why, in English or in the server's words: text from outside.</param>
    /// <param name="IsTransient">Whether the same mail may be taken later.</param>
    public sealed record Refused(string Reason, bool IsTransient) : SendOutcome
    {
        /// <summary>Gets how long to wait at least before the next attempt; null where the server did not say.</summary>
        public TimeSpan? RetryAfter { get; init; }
    }

    /// <summary>The mail was sent to its end and the answer is missing: it may have been taken, so that sending it again is for a person to decide.</summary>
    /// <param name="Reason">What happened, in English.</param>
    public sealed record Unknown(string Reason) : SendOutcome;
}
