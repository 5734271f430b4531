namespace SystemLog.Messages;

/// <summary>Somebody who does not get a mail that others get.</summary>
/// <param name="Recipient">Who.</param>
/// <param name="Reason">Why, in the server's words: text from outside.</param>
/// <param name="IsTransient">Whether a mail to this recipient may be taken later.</param>
public sealed record RefusedRecipient(Mailbox Recipient, string Reason, bool IsTransient);
