using System.Net;
using System.Text;
using SystemLog.Messages;

namespace SystemLog.Smtp.Sending;

/// <summary>One mail on one connection, step by step: each step returns null to go on, or why the server gets no further.</summary>
internal sealed class SmtpSession(SmtpConnection connection, SmtpOptions options, MailMessage message)
{
    private const int BlockSize = 65_536;

    private readonly byte[] _mail = message.ToBytes();
    private readonly List<RecipientAnswer> _recipients = [];
    private ServerExtensions _offered = ServerExtensions.None;

    public async Task<SendResult> RunAsync(CancellationToken cancellationToken) =>
        await GreetingAsync(cancellationToken)
        ?? await HelloAsync(cancellationToken)
        ?? await EncryptAsync(cancellationToken)
        ?? await LogInAsync(cancellationToken)
        ?? MissingExtension()
        ?? await SenderAsync(cancellationToken)
        ?? await RecipientsAsync(cancellationToken)
        ?? await DataAsync(cancellationToken)
        ?? await ContentAsync(cancellationToken);

    /// <summary>Doubles the dots at the beginning of lines (RFC 5321, 4.5.2) of a mail whose lines end with CR LF.</summary>
    internal static byte[] WithDoubledDots(ReadOnlySpan<byte> mail)
    {
        var doubled = new List<byte>(mail.Length + 64);
        var previous = (byte)'\n';
        foreach (var b in mail)
        {
            if (b == '.' && previous == '\n')
            {
                doubled.Add(b);
            }

            doubled.Add(b);
            previous = b;
        }

        return [.. doubled];
    }

    private async Task<SendResult.Refused?> GreetingAsync(CancellationToken cancellationToken)
    {
        var reply = await connection.ReplyAsync("the greeting", options.CommandTimeout, cancellationToken);
        return RefusedAt(SendStage.Greeting, reply);
    }

    private async Task<SendResult.Refused?> HelloAsync(CancellationToken cancellationToken)
    {
        var name = options.LocalName ?? OwnName();
        var answer = await connection.LinesAsync($"EHLO {name}", "EHLO", cancellationToken);
        var reply = answer.Reply;
        _offered = reply.IsPositive ? ServerExtensions.Read(answer.Lines) : ServerExtensions.None;
        if (reply.Code is >= 500 and < 600)
        {
            reply = await connection.CommandAsync($"HELO {name}", "HELO", cancellationToken);
        }

        return RefusedAt(SendStage.Hello, reply);
    }

    private async Task<SendResult.Refused?> EncryptAsync(CancellationToken cancellationToken)
    {
        if (connection.IsEncrypted || options.Security == ConnectionSecurity.None)
        {
            return null;
        }

        if (!_offered.Offers("STARTTLS"))
        {
            return options.Security == ConnectionSecurity.StartTls
                ? new(SendStage.Encryption, "The server does not offer STARTTLS, which is required.")
                : null;
        }

        var reply = await connection.CommandAsync("STARTTLS", "STARTTLS", cancellationToken);
        if (RefusedAt(SendStage.Encryption, reply) is { } refused)
        {
            return refused;
        }

        // What was offered in plain text may have been an attacker's: it is asked for again.
        await connection.EncryptAsync(cancellationToken);
        return await HelloAsync(cancellationToken);
    }

    private async Task<SendResult.Refused?> LogInAsync(CancellationToken cancellationToken)
    {
        if (options is not { User: { } user, Password: { } password })
        {
            return null;
        }

        return connection.IsEncrypted || (options.AllowPlainTextLoginOnLoopback && connection.IsLoopback)
            ? await new Login(user, password).RunAsync(connection, _offered, cancellationToken)
            : new(SendStage.Login, "The connection is not encrypted, so that the password was not sent.");
    }

    private SendResult.Refused? MissingExtension()
    {
        if (message.NeedsUtf8 && !_offered.Offers("SMTPUTF8"))
        {
            return new(SendStage.Sender, "An address has letters beyond ASCII before the at sign, and the server does not offer SMTPUTF8.");
        }

        return _offered.SizeLimit < _mail.Length
            ? new(SendStage.Sender, $"The mail has {_mail.Length} bytes, and the server takes at most {_offered.SizeLimit}.")
            : null;
    }

    // Everything is ASCII on the wire but for addresses that need SMTPUTF8, so that only those need eight bits.
    private async Task<SendResult.Refused?> SenderAsync(CancellationToken cancellationToken)
    {
        var command = new StringBuilder($"MAIL FROM:<{message.From.Address}>");
        if (_offered.Offers("SIZE"))
        {
            command.Append(" SIZE=").Append(_mail.Length);
        }

        if (message.NeedsUtf8)
        {
            command.Append(_offered.Offers("8BITMIME") ? " BODY=8BITMIME SMTPUTF8" : " SMTPUTF8");
        }

        return RefusedAt(SendStage.Sender, await connection.CommandAsync(command.ToString(), "MAIL FROM", cancellationToken));
    }

    private async Task<SendResult.Refused?> RecipientsAsync(CancellationToken cancellationToken)
    {
        foreach (var recipient in message.To)
        {
            var reply = await connection.CommandAsync($"RCPT TO:<{recipient.Address}>", "RCPT TO", cancellationToken);
            if (reply.IsIntermediate)
            {
                throw connection.Failure($"an answer of {reply.Code} to RCPT TO makes no sense");
            }

            _recipients.Add(new(recipient, reply));
            if (reply.Code == 421)
            {
                return Refused(SendStage.Recipients, reply);
            }
        }

        // One that may be taken later decides whether the mail is tried again.
        return _recipients.Exists(answer => answer.IsAccepted)
            ? null
            : Refused(SendStage.Recipients, (_recipients.Find(answer => answer.Reply.IsTransient) ?? _recipients[0]).Reply);
    }

    private async Task<SendResult.Refused?> DataAsync(CancellationToken cancellationToken)
    {
        var reply = await connection.CommandAsync("DATA", "DATA", cancellationToken);
        if (reply.IsPositive)
        {
            throw connection.Failure($"an answer of {reply.Code} to DATA makes no sense");
        }

        return reply.IsIntermediate ? null : Refused(SendStage.Content, reply);
    }

    private async Task<SendResult> ContentAsync(CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> content = WithDoubledDots(_mail);
        for (var sent = 0; sent < content.Length; sent += BlockSize)
        {
            await connection.WriteAsync(content[sent..Math.Min(sent + BlockSize, content.Length)], cancellationToken);
        }

        var reply = await connection.EndMailAsync(cancellationToken);
        return RefusedAt(SendStage.Content, reply) is { } refused ? refused : new SendResult.Accepted(reply) { Recipients = _recipients };
    }

    private SendResult.Refused? RefusedAt(SendStage stage, ServerReply reply)
    {
        if (reply.IsIntermediate)
        {
            throw connection.Failure($"an answer of {reply.Code} makes no sense here");
        }

        return reply.IsPositive ? null : Refused(stage, reply);
    }

    private SendResult.Refused Refused(SendStage stage, ServerReply reply) => new(stage, reply.ToString(), reply) { Recipients = _recipients };

    // Servers refuse a name without a domain more often than an address.
    private string OwnName()
    {
        var name = Dns.GetHostName();
        return name.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(name) == UriHostNameType.Dns ? name : connection.AddressLiteral;
    }
}
