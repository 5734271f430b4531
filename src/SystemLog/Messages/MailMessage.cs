using System.Text.RegularExpressions;
using SystemLog.Messages.Mime;

namespace SystemLog.Messages;

/// <summary>A mail that can be sent: everything in it is checked when it is made.</summary>
public sealed partial class MailMessage
{
    /// <summary>How many recipients, characters of a subject, characters of a text and own header fields a mail may have.</summary>
    internal const int RecipientLimit = 100, SubjectLimit = 500, TextLimit = 1_000_000, HeaderLimit = 50;

    private const int MessageIdLimit = 250;

    /// <summary>Makes a mail with a Message-ID of its own.</summary>
    /// <param name="from">Who sends it, in the header and on the envelope.</param>
    /// <param name="to">1 to 100 recipients; one that is named twice gets it once.</param>
    /// <param name="subject">Up to 500 characters.</param>
    /// <param name="text">The mail as plain text, up to 1,000,000 characters.</param>
    /// <param name="date">When it was written.</param>
    /// <exception cref="ArgumentException">There is no recipient or too many, a text is too long, or the subject holds a control character.</exception>
    public MailMessage(Mailbox from, IEnumerable<Mailbox> to, string subject, string text, DateTimeOffset date)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        From = from;
        To = [.. to.DistinctBy(mailbox => mailbox.Address, StringComparer.Ordinal)];
        if (To.Count is 0 or > RecipientLimit)
        {
            throw new ArgumentException($"A mail has 1 to {RecipientLimit} recipients, not {To.Count}.", nameof(to));
        }

        Subject = HeaderRules.Checked(subject, SubjectLimit, nameof(subject));
        Text = CheckedBody(text, nameof(text));
        Date = date;
        MessageId = $"<{Guid.NewGuid()}@{from.Domain}>";
    }

    /// <summary>Gets who sends it.</summary>
    public Mailbox From { get; }

    /// <summary>Gets who gets it.</summary>
    public IReadOnlyList<Mailbox> To { get; }

    /// <summary>Gets the subject.</summary>
    public string Subject { get; }

    /// <summary>Gets the plain text.</summary>
    public string Text { get; }

    /// <summary>Gets when it was written.</summary>
    public DateTimeOffset Date { get; }

    /// <summary>Gets who gets the answers; null where they go to the sender.</summary>
    public Mailbox? ReplyTo { get; init; }

    /// <summary>Gets the same as HTML, up to 1,000,000 characters; null where there is only text.</summary>
    /// <exception cref="ArgumentException">It is too long.</exception>
    public string? Html
    {
        get;
        init => field = value is null ? null : CheckedBody(value, nameof(value));
    }

    /// <summary>Gets up to 50 header fields of the sender's own; none by default.</summary>
    /// <exception cref="ArgumentException">There are too many.</exception>
    public IReadOnlyList<MailHeader> Headers
    {
        get;
        init => field = value is { Count: <= HeaderLimit } ? [.. value] : throw new ArgumentException($"At most {HeaderLimit} header fields.", nameof(value));
    } = [];

    /// <summary>Gets who would have got it, had the host not redirected its mails; empty where it goes to whom it was written for.</summary>
    /// <remarks>Written as the field <c>X-SystemLog-Redirected-From</c>.</remarks>
    public IReadOnlyList<Mailbox> RedirectedFrom { get; private init; } = [];

    /// <summary>Gets the Message-ID with its brackets. The default is a new one in the sender's domain; a mail that is tried again keeps its own.</summary>
    /// <exception cref="ArgumentException">It is not of the form <c>&lt;left@right&gt;</c>.</exception>
    public string MessageId
    {
        get;
        init => field = value is { Length: <= MessageIdLimit } && MessageIdForm().IsMatch(value)
            ? value
            : throw new ArgumentException("A Message-ID has the form <left@right>.", nameof(value));
    }

    /// <summary>Gets whether only servers that offer SMTPUTF8 can take it: an address has letters beyond ASCII before the at sign.</summary>
    public bool NeedsUtf8 => From.NeedsUtf8 || ReplyTo is { NeedsUtf8: true } || To.Any(mailbox => mailbox.NeedsUtf8);

    /// <summary>Returns the mail as it goes over the wire, before dots are doubled: lines that end with CR LF. The same mail gives the same bytes.</summary>
    public byte[] ToBytes() => MimeWriter.Write(this);

    /// <summary>Returns the same mail for one reader only, who sees in its subject who would have got it.</summary>
    internal MailMessage RedirectedTo(Mailbox reader) => new(From, [reader], SubjectFor(To), Text, Date)
    {
        ReplyTo = ReplyTo,
        Html = Html,
        Headers = Headers,
        MessageId = MessageId,
        RedirectedFrom = To,
    };

    private string SubjectFor(IReadOnlyList<Mailbox> recipients)
    {
        var others = recipients.Count > 1 ? $" and {recipients.Count - 1} more" : "";
        var subject = $"[to {recipients[0]}{others}] {Subject}";
        if (subject.Length <= SubjectLimit)
        {
            return subject;
        }

        return subject[..(char.IsHighSurrogate(subject[SubjectLimit - 1]) ? SubjectLimit - 1 : SubjectLimit)];
    }

    private static string CheckedBody(string text, string parameter)
    {
        ArgumentNullException.ThrowIfNull(text, parameter);
        return text.Length <= TextLimit ? text : throw new ArgumentException($"At most {TextLimit} characters, not {text.Length}.", parameter);
    }

    [GeneratedRegex(@"\A<[!#-;=?A-~]+@[!#-;=?A-~]+>\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex MessageIdForm();
}
