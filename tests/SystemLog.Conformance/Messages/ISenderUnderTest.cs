using SystemLog.Messages;

namespace SystemLog.Conformance.Messages;

/// <summary>A sender with the server it talks to, which agrees to everything but what a test tells it otherwise.</summary>
public interface ISenderUnderTest : IAsyncDisposable
{
    IMessageSender Sender { get; }

    /// <summary>Gets the mails that the server has in whole.</summary>
    IReadOnlyList<ReceivedMail> Received { get; }

    /// <summary>Takes mails for others, but not for this address.</summary>
    void RefuseRecipient(string address, bool isTransient);

    /// <summary>Takes no mail.</summary>
    void RefuseAll(bool isTransient);

    /// <summary>Breaks the connection before it has the whole mail.</summary>
    void BreakOff();

    /// <summary>Breaks the connection when it has the whole mail.</summary>
    void LoseAnswer();

    /// <summary>Says no more before it has the whole mail.</summary>
    /// <returns>Completes when the sender waits.</returns>
    Task FallSilent();

    /// <summary>Says no more when it has the whole mail.</summary>
    /// <returns>Completes when the sender waits.</returns>
    Task FallSilentAtTheEnd();
}
