using Microsoft.Extensions.Options;
using SystemLog.Messages;

namespace SystemLog.Smtp.Sending;

/// <summary>The host's mails over ESMTP.</summary>
internal sealed class SmtpSender(IOptions<SmtpOptions> options, TimeProvider time) : IMessageSender
{
    private readonly EsmtpClient _client = new(options.Value, time);

    public string Name => "SMTP";

    public Mailbox From { get; } = new(options.Value.From, options.Value.FromName);

    public async Task<SendOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken = default)
    {
        try
        {
            return OutcomeOf(await _client.SendAsync(message, cancellationToken));
        }
        catch (MailServerException exception)
        {
            return exception.OutcomeUnknown ? new SendOutcome.Unknown(exception.Message) : new SendOutcome.Refused(exception.Message, exception.IsTransient);
        }
    }

    private static SendOutcome OutcomeOf(SendResult result) => result switch
    {
        SendResult.Accepted accepted => new SendOutcome.Accepted(
            accepted.QueueId,
            [.. accepted.RefusedRecipients.Select(answer => new RefusedRecipient(answer.Recipient, answer.Reply.ToString(), answer.Reply.IsTransient))]),
        SendResult.Refused refused => new SendOutcome.Refused(refused.Reason, refused.IsTransient),
        _ => throw new InvalidOperationException($"{result.GetType().Name} is not an answer of a mail server."),
    };
}
