using SystemLog.Messages;

namespace SystemLog.Smtp.Sending;

/// <summary>Sends mails over ESMTP (RFC 5321): one connection for each, so that one that fails says nothing of the next.</summary>
/// <remarks>Nothing is tried again here. Safe for several threads.</remarks>
public sealed class EsmtpClient
{
    /// <summary>The mail is taken; a server that is slow to say goodbye keeps nobody waiting.</summary>
    private static readonly TimeSpan s_goodbyeLimit = TimeSpan.FromSeconds(5);

    private readonly SmtpOptions _options;
    private readonly TimeProvider _time;

    /// <summary>Makes a client for one server.</summary>
    /// <param name="options">Where it is; changes after this call have no defined effect.</param>
    /// <param name="time">The clock of the time-outs; the system's by default.</param>
    /// <exception cref="ArgumentException">A setting is missing or impossible; the message names it.</exception>
    public EsmtpClient(SmtpOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        _options = options;
        _time = time ?? TimeProvider.System;
    }

    /// <summary>Offers a mail to the server.</summary>
    /// <returns>What the server answered.</returns>
    /// <exception cref="MailServerException">The server gave no proper answer, which tells whether the mail may have been taken all the same.
    /// That is also what a caller gets who cancels after the mail was sent to its end.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before that: nobody gets the mail.</exception>
    public async Task<SendResult> SendAsync(MailMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        await using var connection = new SmtpConnection(_options, _time);
        await connection.ConnectAsync(cancellationToken);
        var result = await new SmtpSession(connection, _options, message).RunAsync(cancellationToken);
        await SayGoodbyeAsync(connection);
        return result;
    }

    // The answer counts, whatever becomes of the connection.
    private static async Task SayGoodbyeAsync(SmtpConnection connection)
    {
        try
        {
            await connection.WriteAsync("QUIT\r\n"u8.ToArray(), CancellationToken.None);
            await connection.ReplyAsync("the answer to QUIT", s_goodbyeLimit, CancellationToken.None);
        }
        catch (MailServerException)
        {
            return;
        }
    }
}
