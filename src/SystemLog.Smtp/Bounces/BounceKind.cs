namespace SystemLog.Smtp.Bounces;

/// <summary>What a mail that came back says of the mail that was sent.</summary>
public enum BounceKind
{
    /// <summary>It did not arrive, and the same mail to the same address will not: an unknown recipient, a refusal for good.</summary>
    Hard,

    /// <summary>It did not arrive, for a reason that passes by itself: a full mailbox, a limit, a server that did not answer.</summary>
    Soft,

    /// <summary>It has not arrived yet; the server goes on trying.</summary>
    Delay,

    /// <summary>It was delivered, relayed or passed on to a list.</summary>
    Success,

    /// <summary>An answering machine wrote back: it did arrive.</summary>
    AutoReply,

    /// <summary>The recipient, or a machine on their behalf, reports the mail as unwanted.</summary>
    Complaint,

    /// <summary>None of these: a receipt of reading, or any other mail.</summary>
    NotABounce,
}
