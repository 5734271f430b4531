using SystemLog.Messages;

namespace SystemLog.Testing;

/// <summary>Stands in for a mail server: keeps the mails and answers as a test wants. Hand it to a host with <c>UseMessageSender(_ => sender)</c>.</summary>
/// <remarks>Outcomes are given in the order they were added; the last one is given for ever. Without any, every mail is accepted.</remarks>
public sealed class RecordingSender : IMessageSender
{
    private readonly Lock _gate = new();
    private readonly Queue<SendOutcome> _outcomes = new();
    private readonly List<MailMessage> _sent = [];

    /// <summary>Gets what it is called: "Recording".</summary>
    public string Name => "Recording";

    /// <summary>Gets who mails come from. The default is "The shop &lt;post@shop.example&gt;".</summary>
    public Mailbox From { get; init; } = new("post@shop.example", "The shop");

    /// <summary>Gets the mails it was given, whatever it answered.</summary>
    public IReadOnlyList<MailMessage> Sent
    {
        get
        {
            lock (_gate)
            {
                return [.. _sent];
            }
        }
    }

    /// <summary>Answers the next mail.</summary>
    /// <param name="outcome">What came of it.</param>
    public RecordingSender Answer(SendOutcome outcome)
    {
        lock (_gate)
        {
            _outcomes.Enqueue(outcome);
        }

        return this;
    }

    /// <inheritdoc />
    public Task<SendOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            _sent.Add(message);
            var outcome = _outcomes.Count > 1 ? _outcomes.Dequeue() : _outcomes.TryPeek(out var last) ? last : new SendOutcome.Accepted($"{_sent.Count}", []);
            return Task.FromResult(outcome);
        }
    }
}
