using ProviderSandbox.Mail.Mime;

namespace ProviderSandbox.Mail;

/// <summary>A mail that the server has accepted. What is read from it is what its sender wrote: hostile text.</summary>
public sealed class ReceivedMail
{
    private readonly MimeMail _content;

    internal ReceivedMail(long id, DateTimeOffset acceptedAt, Envelope envelope, ReadOnlyMemory<byte> source)
    {
        Id = id;
        AcceptedAt = acceptedAt;
        Sender = envelope.Sender;
        To = [.. envelope.Recipients];
        Source = source;
        _content = MimeMail.Read(source);
    }

    /// <summary>Gets the number of the mail: 1 for the first that a sandbox accepts.</summary>
    public long Id { get; }

    /// <summary>Gets when it was accepted, by the sandbox's clock.</summary>
    public DateTimeOffset AcceptedAt { get; }

    /// <summary>Gets the address that bounces would go to (MAIL FROM); empty where the client gave none.</summary>
    public string Sender { get; }

    /// <summary>Gets the addresses that were accepted as recipients (RCPT TO), whatever the header says.</summary>
    public IReadOnlyList<string> To { get; }

    /// <summary>Gets the header field From, decoded; empty where there is none.</summary>
    public string From => Header("From");

    /// <summary>Gets the header field Subject, decoded; empty where there is none.</summary>
    public string Subject => Header("Subject");

    /// <summary>Gets the first part of plain text, decoded where its encoding is known and as it came where it is not; null where there is none.</summary>
    public string? Text => _content.Text;

    /// <summary>Gets the first part of HTML, in the same way; null where there is none.</summary>
    public string? Html => _content.Html;

    /// <summary>Gets the header's fields in their order, unfolded and decoded.</summary>
    public IReadOnlyList<MailHeader> Headers => _content.Headers;

    /// <summary>Gets the mail as it came over the wire, without the dots that SMTP adds. Bytes that are not UTF-8 are read as ISO-8859-1.</summary>
    public string Raw => Charsets.Lenient(Source.Span);

    /// <summary>Gets its size in bytes.</summary>
    public int Size => Source.Length;

    internal ReadOnlyMemory<byte> Source { get; }

    /// <summary>Gets the first header field of a name, decoded; empty where there is none.</summary>
    public string Header(string name) =>
        Headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value ?? string.Empty;
}
