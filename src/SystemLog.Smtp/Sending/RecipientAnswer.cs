using SystemLog.Messages;

namespace SystemLog.Smtp.Sending;

/// <summary>What a mail server answered about one recipient.</summary>
/// <param name="Recipient">The recipient.</param>
/// <param name="Reply">The answer to RCPT TO.</param>
public sealed record RecipientAnswer(Mailbox Recipient, ServerReply Reply)
{
    /// <summary>Gets whether the server takes mail for it.</summary>
    public bool IsAccepted => Reply.IsPositive;
}
