using SystemLog.Smtp.Bounces.Mime;

namespace SystemLog.Smtp.Bounces;

/// <summary>
/// Reads mails that come back: delivery status reports (RFC 3464), complaints (RFC 5965), answers of machines (RFC 3834), and the prose of
/// servers that write none of these.
/// </summary>
public static class BounceReader
{
    /// <summary>Reads a mail in whatever state it is. It never throws; time is linear to the first megabyte, and the rest is not read.</summary>
    /// <param name="mail">The mail as it came, with or without an mbox "From " line.</param>
    public static BounceReport Read(ReadOnlySpan<byte> mail) =>
        new MailReading(MimeReader.Read(mail[..Math.Min(mail.Length, Bounded.MailLimit)].ToArray())).Report();

    /// <summary>Reads a mail from a stream, of which it takes one megabyte at most.</summary>
    /// <param name="mail">The stream, read from where it stands and left open.</param>
    /// <exception cref="IOException">The stream failed.</exception>
    public static BounceReport Read(Stream mail)
    {
        ArgumentNullException.ThrowIfNull(mail);

        var buffer = new byte[Bounded.MailLimit];
        var length = mail.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return new MailReading(MimeReader.Read(buffer.AsMemory(0, length))).Report();
    }
}
