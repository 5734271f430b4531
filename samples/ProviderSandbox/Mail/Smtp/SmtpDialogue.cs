using System.Text;

namespace ProviderSandbox.Mail.Smtp;

/// <summary>One client's way through the commands: what it may say next, and what it has said so far. It reads and writes nothing.</summary>
internal sealed class SmtpDialogue(MailLimits limits, Mailbox mailbox)
{
    private bool _greeted;
    private bool _loggedIn;
    private Envelope? _envelope;

    public SmtpTurn Next(SmtpCommand command) => command.Verb switch
    {
        "EHLO" => Hello(command, Extensions()),
        "HELO" => Hello(command, new SmtpReply(250, null, "127.0.0.1")),
        "AUTH" => Login(command),
        "MAIL" => From(command),
        "RCPT" => To(command),
        "DATA" => Data(command),
        "RSET" => Reset(),
        "NOOP" => Say(SmtpReply.Ok),
        "VRFY" => Say(252, "2.0.0", "Send a mail and see"),
        "QUIT" => Say(221, "2.0.0", "Bye"),
        _ => Say(502, "5.5.1", "The command is not known here"),
    };

    /// <summary>The end of a login: user name and password between zero bytes (RFC 4616), in base64.</summary>
    public SmtpTurn FinishLogin(string response)
    {
        var buffer = new byte[response.Length];
        var parts = Convert.TryFromBase64String(response, buffer, out var length) ? Encoding.UTF8.GetString(buffer, 0, length).Split('\0') : [];
        return parts is [_, var userName, var password]
            ? new SmtpTurn.Step(SmtpOperations.Login, new SmtpCommand("AUTH", "PLAIN"), [userName], () => LogIn(userName, password))
            : Say(501, "5.5.2", "This is no PLAIN response");
    }

    /// <summary>The end of a message, whether or not it is taken.</summary>
    public SmtpTurn FinishMessage(SmtpMessage message)
    {
        var envelope = _envelope!;
        _envelope = null;
        return message.Refusal is { } refusal
            ? new SmtpTurn.Say(refusal)
            : new SmtpTurn.Step(SmtpOperations.Message, new SmtpCommand("DATA", string.Empty), [envelope.Sender, .. envelope.Recipients], () =>
                new SmtpReply(250, "2.0.0", $"Ok: kept as {mailbox.Keep(envelope, message.Source).Id}"));
    }

    private static SmtpTurn.Say Say(SmtpReply reply) => new(reply);

    private static SmtpTurn.Say Say(int code, string status, string text) => new(new SmtpReply(code, status, text));

    private static SmtpTurn.Say Malformed(string usage) => Say(501, "5.5.4", $"Say {usage}");

    private SmtpReply Extensions() => new(
        250, null, "127.0.0.1", "PIPELINING", $"SIZE {limits.Size}", "AUTH PLAIN", "ENHANCEDSTATUSCODES", "8BITMIME", "SMTPUTF8");

    private SmtpTurn Hello(SmtpCommand command, SmtpReply reply) => command.Argument.Length == 0
        ? Malformed("who you are")
        : new SmtpTurn.Step(SmtpOperations.Hello, command, [command.Argument], () =>
        {
            (_greeted, _envelope) = (true, null);
            return reply;
        });

    private SmtpTurn Login(SmtpCommand command)
    {
        if (!_greeted || _loggedIn || _envelope is not null)
        {
            return Say(SmtpReply.OutOfOrder);
        }

        return command.Argument.Split(' ', 2) switch
        {
            [var mechanism] when IsPlain(mechanism) => new SmtpTurn.AskLogin(),
            [var mechanism, var response] when IsPlain(mechanism) => FinishLogin(response),
            _ => Say(504, "5.5.4", "Only PLAIN is known here"),
        };

        static bool IsPlain(string mechanism) => mechanism.Equals("PLAIN", StringComparison.OrdinalIgnoreCase);
    }

    private SmtpReply LogIn(string userName, string password)
    {
        _loggedIn = userName == SmtpCredentials.UserName && password == SmtpCredentials.Password;
        return _loggedIn
            ? new SmtpReply(235, "2.7.0", "Authentication successful")
            : new SmtpReply(535, "5.7.8", "Authentication credentials invalid");
    }

    private SmtpTurn From(SmtpCommand command)
    {
        if (!_greeted || _envelope is not null)
        {
            return Say(SmtpReply.OutOfOrder);
        }

        if (!SmtpPath.TryRead(command.Argument, "FROM:", out var path))
        {
            return Malformed("MAIL FROM:<address>");
        }

        var allowsUtf8 = path.Parameters.Contains("SMTPUTF8", StringComparer.OrdinalIgnoreCase);
        return WhyNot(path, allowsUtf8) is { } refusal
            ? Say(refusal)
            : new SmtpTurn.Step(SmtpOperations.Sender, command, [path.Address], () =>
            {
                _envelope = new Envelope(path.Address, allowsUtf8);
                return new SmtpReply(250, "2.1.0", "Ok");
            });
    }

    private SmtpReply? WhyNot(SmtpPath sender, bool allowsUtf8)
    {
        foreach (var parameter in sender.Parameters)
        {
            switch (parameter.ToUpperInvariant().Split('=', 2))
            {
                case ["SIZE", var size] when long.TryParse(size, out var announced):
                    if (announced > limits.Size)
                    {
                        return SmtpReply.TooBig(limits.Size);
                    }

                    break;
                case ["SMTPUTF8"] or ["BODY", "7BIT" or "8BITMIME"] or ["AUTH", _]:
                    break;
                default:
                    return new SmtpReply(555, "5.5.4", "A parameter is not known here");
            }
        }

        return NeedsUtf8(sender.Address, allowsUtf8);
    }

    private static SmtpReply? NeedsUtf8(string address, bool allowsUtf8) =>
        allowsUtf8 || Ascii.IsValid(address) ? null : new SmtpReply(553, "5.6.7", "An address beyond ASCII needs SMTPUTF8");

    private SmtpTurn To(SmtpCommand command)
    {
        if (_envelope is not { } envelope)
        {
            return Say(SmtpReply.OutOfOrder);
        }

        if (!SmtpPath.TryRead(command.Argument, "TO:", out var path) || path.Address.Length == 0 || path.Parameters.Count > 0)
        {
            return Malformed("RCPT TO:<address>");
        }

        if (envelope.Recipients.Count >= limits.Recipients)
        {
            return Say(452, "4.5.3", "Too many recipients");
        }

        return NeedsUtf8(path.Address, envelope.AllowsUtf8) is { } refusal
            ? Say(refusal)
            : new SmtpTurn.Step(SmtpOperations.Recipient, command, [path.Address], () =>
            {
                envelope.Recipients.Add(path.Address);
                return new SmtpReply(250, "2.1.5", "Ok");
            });
    }

    private SmtpTurn Data(SmtpCommand command) => (_envelope, command.Argument) switch
    {
        (null, _) => Say(SmtpReply.OutOfOrder),
        (_, not "") => Malformed("DATA alone"),
        ({ Recipients.Count: 0 }, _) => Say(554, "5.5.1", "No valid recipients"),
        _ => new SmtpTurn.AskMessage(),
    };

    private SmtpTurn Reset()
    {
        _envelope = null;
        return Say(SmtpReply.Ok);
    }
}
