using Microsoft.Extensions.Options;
using SystemLog.Conformance.Messages;
using SystemLog.Messages;
using SystemLog.Smtp.Bounces.Mime;
using SystemLog.Smtp.Sending;

namespace SystemLog.Smtp.Tests.Sending;

/// <summary>The host's sender in front of a scripted server.</summary>
internal sealed class ScriptedSender : ISenderUnderTest
{
    private readonly ScriptedServer _server = new();
    private readonly List<string> _refused = [];

    public ScriptedSender()
    {
        var options = _server.Options;
        (options.From, options.FromName) = (Some.Shop.Address, Some.Shop.Name);
        Sender = new SmtpSender(Options.Create(options), TimeProvider.System);
    }

    public IMessageSender Sender { get; }

    // The server takes one mail after the other, so that the commands before the n-th end are those of the n-th mail.
    public IReadOnlyList<ReceivedMail> Received
    {
        get
        {
            var sender = Addresses("MAIL FROM:");
            var recipients = string.Join('\n', _server.Commands).Split("\nDATA").Select(commands => Addresses("RCPT TO:", commands.Split('\n'))).ToList();
            return [.. _server.Mails.Select((mail, number) => Decoded(sender[number], recipients[number], mail))];
        }
    }

    public void RefuseRecipient(string address, bool isTransient)
    {
        _refused.Add(address);
        _server.On($"RCPT TO:<{address}>", isTransient ? "451 4.7.1 Greylisted" : "550 5.1.1 No such user");
    }

    public void RefuseAll(bool isTransient) => _server.On("MAIL", isTransient ? "421 4.3.2 Closing" : "550 5.7.1 Sender not allowed");

    public void BreakOff() => _server.HangUpOn("DATA");

    public void LoseAnswer() => _server.HangUpOn(".");

    public Task FallSilent() => _server.SilentOn("DATA");

    public Task FallSilentAtTheEnd() => _server.SilentOn(".");

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static List<string> Addresses(string command, IEnumerable<string> commands) =>
        [.. commands.Where(line => line.StartsWith(command, StringComparison.Ordinal)).Select(line => line.Split('<', '>')[1])];

    private List<string> Addresses(string command) => Addresses(command, _server.Commands);

    private ReceivedMail Decoded(string sender, IEnumerable<string> recipients, byte[] mail)
    {
        var read = MimeReader.Read(ScriptedServer.WithoutDoubledDots(mail));
        return new(
            sender, [.. recipients.Except(_refused)], read.Headers.Text("From"), read.Headers.Text("To"), read.Headers.Text("Subject"),
            read.Text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n'));
    }
}
