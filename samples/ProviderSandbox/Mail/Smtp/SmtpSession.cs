using System.Net.Sockets;
using System.Text;
using ProviderSandbox.Faults;

namespace ProviderSandbox.Mail.Smtp;

/// <summary>One connection: reads what the client says, and answers or fails as planned.</summary>
internal sealed class SmtpSession : IDisposable
{
    // RFC 5321 lets a command have 512 bytes; addresses in UTF-8 and logins are longer.
    private const int CommandLimit = 2048;
    private const int MistakeLimit = 20;

    private readonly Socket _socket;
    private readonly NetworkStream _stream;
    private readonly SmtpLines _lines;
    private readonly MailLimits _limits;
    private readonly SmtpDesk _desk;
    private readonly SmtpDialogue _dialogue;
    private int _mistakes;

    public SmtpSession(Socket socket, MailLimits limits, SmtpDesk desk)
    {
        _socket = socket;
        _stream = new NetworkStream(socket, ownsSocket: true);
        _lines = new SmtpLines(_stream, limits.Silence);
        _limits = limits;
        _desk = desk;
        _dialogue = new SmtpDialogue(limits, desk.Mailbox);
    }

    public async Task RunAsync(CancellationToken stopping)
    {
        using var session = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        session.CancelAfter(_limits.Session);
        try
        {
            await TalkAsync(session.Token);
        }
        catch (OperationCanceledException)
        {
            // What fits into the socket's buffer needs no reader, so that this cannot wait.
            _socket.Blocking = false;
            var goodbye = stopping.IsCancellationRequested ? SmtpReply.Closing : new SmtpReply(421, "4.4.2", "Timeout");
            _socket.Send(goodbye.ToBytes(), SocketFlags.None, out _);
        }
    }

    public void Dispose()
    {
        _lines.Dispose();
        _stream.Dispose();
    }

    private async Task TalkAsync(CancellationToken cancellationToken)
    {
        var greeting = new SmtpReply(220, null, "127.0.0.1 ESMTP ProviderSandbox");
        var goesOn = await TakeAsync(new SmtpTurn.Step(SmtpOperations.Connect, new SmtpCommand("", ""), [], () => greeting), cancellationToken);
        while (goesOn && await _lines.ReadAsync(CommandLimit, cancellationToken) is { } line)
        {
            SmtpTurn turn = line.IsTooLong
                ? new SmtpTurn.Say(new SmtpReply(500, "5.5.2", $"A command is longer than {CommandLimit} bytes"))
                : _dialogue.Next(SmtpCommand.Read(line.Text.Span));
            goesOn = await TakeAsync(turn, cancellationToken);
        }
    }

    /// <returns>Whether the session goes on.</returns>
    private Task<bool> TakeAsync(SmtpTurn turn, CancellationToken cancellationToken) => turn switch
    {
        SmtpTurn.Step step => StepAsync(step, cancellationToken),
        SmtpTurn.AskLogin => AskLoginAsync(cancellationToken),
        SmtpTurn.AskMessage => AskMessageAsync(cancellationToken),
        SmtpTurn.Say say => SayAsync(CountMistake(say.Reply), cancellationToken),
        _ => throw new InvalidOperationException($"There is no turn {turn}."),
    };

    private SmtpReply CountMistake(SmtpReply reply) =>
        reply.IsRefusal && ++_mistakes > MistakeLimit ? new SmtpReply(421, "4.7.0", "Too many mistakes") : reply;

    private async Task<bool> StepAsync(SmtpTurn.Step step, CancellationToken cancellationToken)
    {
        var (reply, fault) = _desk.Decide(step);
        if (fault?.Kind is FaultKind.Slow slow)
        {
            await Signal.WaitAsync(slow.Pause, cancellationToken);
        }

        return reply is not null ? await SayAsync(reply, cancellationToken) : await LoseAsync(fault!.Kind, cancellationToken);
    }

    private async Task<bool> LoseAsync(FaultKind kind, CancellationToken cancellationToken)
    {
        switch (kind)
        {
            case FaultKind.GarbageBody garbage:
                await _stream.WriteAsync((byte[])[.. FaultServing.BytesOf(garbage.Body), .. "\r\n"u8], cancellationToken);
                return true;
            case FaultKind.TimeOut:
                await _lines.DrainAsync(cancellationToken);
                return false;
            default:
                FaultServing.ResetOnClose(_socket);
                _socket.Close(timeout: 0);
                return false;
        }
    }

    private async Task<bool> AskLoginAsync(CancellationToken cancellationToken)
    {
        await SayAsync(new SmtpReply(334, null, string.Empty), cancellationToken);
        return await _lines.ReadAsync(CommandLimit, cancellationToken) is { } line
            && await TakeAsync(_dialogue.FinishLogin(Encoding.ASCII.GetString(line.Text.Span)), cancellationToken);
    }

    private async Task<bool> AskMessageAsync(CancellationToken cancellationToken)
    {
        await SayAsync(new SmtpReply(354, null, "Send the message, end it with a dot on a line of its own"), cancellationToken);
        var message = new SmtpMessage(_limits.Size);
        SmtpLine? line;
        do
        {
            line = await _lines.ReadAsync(SmtpMessage.WireLineLimit, cancellationToken);
        }
        while (line is not null && message.Add(line.Value));

        return line is not null && await TakeAsync(_dialogue.FinishMessage(message), cancellationToken);
    }

    private async Task<bool> SayAsync(SmtpReply reply, CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(reply.ToBytes(), cancellationToken);
        return !reply.EndsSession;
    }
}
