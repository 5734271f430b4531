namespace ProviderSandbox.Mail.Smtp;

/// <summary>What the server does about a command.</summary>
internal abstract record SmtpTurn
{
    private SmtpTurn()
    {
    }

    /// <summary>It answers: what is out of order or badly written, and what changes nothing, never fails as planned.</summary>
    public sealed record Say(SmtpReply Reply) : SmtpTurn;

    /// <summary>It asks for the rest of a login.</summary>
    public sealed record AskLogin : SmtpTurn;

    /// <summary>It asks for the message.</summary>
    public sealed record AskMessage : SmtpTurn;

    /// <summary>It takes a step that may fail as planned.</summary>
    /// <param name="Operation">One of <see cref="SmtpOperations"/>.</param>
    /// <param name="Command">What the client said, without secrets.</param>
    /// <param name="References">Addresses that a fault may be aimed at.</param>
    /// <param name="Handle">Carries the step out. Called under the sandbox's gate.</param>
    public sealed record Step(string Operation, SmtpCommand Command, IReadOnlyCollection<string> References, Func<SmtpReply> Handle) : SmtpTurn;
}
