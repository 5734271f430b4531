namespace SystemLog.Smtp.Sending;

/// <summary>The mail server gave no proper answer: it cannot be reached, its certificate is not trusted, it is too slow, or the connection was lost.</summary>
public sealed class MailServerException : Exception
{
    internal MailServerException(string message, bool isTransient, bool outcomeUnknown, Exception? innerException = null)
        : base(message, innerException)
    {
        IsTransient = isTransient;
        OutcomeUnknown = outcomeUnknown;
    }

    /// <summary>Gets whether the same may succeed later. Trying again by itself is right only where the outcome is known.</summary>
    public bool IsTransient { get; }

    /// <summary>Gets whether the mail may have been taken: it was sent to its end, and the answer is missing.</summary>
    public bool OutcomeUnknown { get; }
}
