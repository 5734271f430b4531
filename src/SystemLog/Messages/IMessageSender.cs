namespace SystemLog.Messages;

/// <summary>Where the host's mails go out: a mail server or a mail service. An adapter's part; features send through <see cref="Mailer"/>.</summary>
/// <remarks>One for the host, used by several threads at once. Nothing is tried again here: a refusal tells whether that may help.</remarks>
public interface IMessageSender
{
    /// <summary>Gets what people call it, such as "SMTP".</summary>
    string Name { get; }

    /// <summary>Gets who mails come from that have no sender of their own to name.</summary>
    Mailbox From { get; }

    /// <summary>Offers a mail to the server. An outage is an outcome too.</summary>
    /// <param name="message">The mail.</param>
    /// <param name="cancellationToken">Ends the attempt; after the mail was sent to its end that is <see cref="SendOutcome.Unknown"/>.</param>
    /// <exception cref="OperationCanceledException">Cancelled before that: nobody gets the mail.</exception>
    Task<SendOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken = default);
}
