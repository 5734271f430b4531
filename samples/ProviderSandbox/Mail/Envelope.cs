namespace ProviderSandbox.Mail;

/// <summary>Whom a mail is from and for, as the client said before sending it.</summary>
internal sealed class Envelope(string sender, bool allowsUtf8 = false)
{
    public string Sender { get; } = sender;

    /// <summary>Whether the client asked for addresses beyond ASCII (RFC 6531).</summary>
    public bool AllowsUtf8 { get; } = allowsUtf8;

    public List<string> Recipients { get; } = [];
}
