using Microsoft.Extensions.Options;

namespace SystemLog.Messages;

/// <summary>
/// Sends the mails of every feature through the host's one sender. Where the host redirects its mails
/// (<see cref="SystemLogOptions.RedirectMailTo"/>, <see cref="SystemLogOptions.RedirectMailFolder"/>), none goes to whom it was written for.
/// </summary>
/// <remarks>Nothing is tried again here. Safe for several threads.</remarks>
public sealed class Mailer
{
    private readonly IMessageSender? _sender;
    private readonly Mailbox? _reader;
    private readonly MailFolder? _folder;

    /// <summary>Makes one for a host.</summary>
    /// <param name="options">The host's settings.</param>
    /// <param name="time">The host's clock.</param>
    /// <param name="senders">The host's sender, or none.</param>
    /// <exception cref="InvalidOperationException">There are several senders; the message names them.</exception>
    public Mailer(IOptions<SystemLogOptions> options, TimeProvider time, IEnumerable<IMessageSender> senders)
    {
        ArgumentNullException.ThrowIfNull(options);
        IMessageSender[] all = [.. senders];
        if (all.Length > 1)
        {
            throw new InvalidOperationException($"A host sends its mails through one sender, not through {string.Join(" and ", all.Select(sender => sender.Name))}.");
        }

        _sender = all.FirstOrDefault();
        _reader = options.Value.RedirectMailTo is { } address ? new(address) : null;
        _folder = options.Value.RedirectMailFolder is { } folder ? new(folder, time) : null;
        RedirectedTo = _reader?.Address ?? _folder?.Path;
    }

    /// <summary>Gets whether mails can be sent: the host has a sender, or writes them into a folder.</summary>
    public bool CanSend => _sender is not null || _folder is not null;

    /// <summary>Gets who mails come from: the sender's own, or "systemlog@localhost" where there is none.</summary>
    public Mailbox From => _sender?.From ?? MailFolder.From;

    /// <summary>Gets the address or the folder that every mail goes to instead; null, as in production, where mails go to whom they were written for.</summary>
    public string? RedirectedTo { get; }

    /// <summary>Sends a mail, or redirects it.</summary>
    /// <returns>What came of it; without a sender a refusal that says so.</returns>
    /// <exception cref="OperationCanceledException">Cancelled before the mail was sent to its end: nobody gets it.</exception>
    public Task<SendOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (_folder is not null)
        {
            return _folder.WriteAsync(message, cancellationToken);
        }

        return _sender is null
            ? Task.FromResult<SendOutcome>(new SendOutcome.Refused("No mail sender is set up in this host, such as AddSmtp(...).", IsTransient: false))
            : OfferAsync(_sender, _reader is null ? message : message.RedirectedTo(_reader), cancellationToken);
    }

    private static async Task<SendOutcome> OfferAsync(IMessageSender sender, MailMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await sender.SendAsync(message, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // A sender that throws does not tell how far it came, and a mail sent twice is worse than one that a person looks at.
            return new SendOutcome.Unknown($"{sender.Name} failed: {exception.Message}");
        }
    }
}
