namespace SystemLog.Smtp.Sending;

/// <summary>What a mail server answered to a mail.</summary>
public abstract record SendResult
{
    private SendResult()
    {
    }

    /// <summary>Gets what was answered about each recipient that was offered, in their order.</summary>
    public IReadOnlyList<RecipientAnswer> Recipients { get; init; } = [];

    /// <summary>The server is now responsible for the mail, for those recipients it accepted; others may be among them.</summary>
    /// <param name="Reply">The server's last answer.</param>
    public sealed record Accepted(ServerReply Reply) : SendResult
    {
        /// <summary>Gets the number in the server's queue, to find the mail in its log; null where the answer names none.</summary>
        public string? QueueId => ReplyWords.QueueId(Reply.Words);

        /// <summary>Gets those the server did not take.</summary>
        public IEnumerable<RecipientAnswer> RefusedRecipients => Recipients.Where(answer => !answer.IsAccepted);
    }

    /// <summary>Nobody gets the mail.</summary>
    /// <param name="Stage">How far the mail had come.</param>
    /// <param name="Reason">What was refused, in English; the server's own words where it gave some.</param>
    /// <param name="Reply">The server's answer; null where the mail was not offered, because this server cannot take it.</param>
    public sealed record Refused(SendStage Stage, string Reason, ServerReply? Reply = null) : SendResult
    {
        /// <summary>Gets whether the same mail may be taken later.</summary>
        public bool IsTransient => Reply is { IsTransient: true };
    }
}
