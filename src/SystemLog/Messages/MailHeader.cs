namespace SystemLog.Messages;

/// <summary>A header field of the sender's own, such as <c>Auto-Submitted: auto-generated</c>.</summary>
public sealed record MailHeader
{
    /// <summary>How many characters a name and a value may have; a line without a space to fold at stays below the 998 of RFC 5322.</summary>
    internal const int NameLimit = 60, ValueLimit = 900;

    private static readonly HashSet<string> s_ours = new(StringComparer.OrdinalIgnoreCase)
    {
        "From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Subject", "Date", "Message-ID", "MIME-Version", "Return-Path", "Received", "DKIM-Signature",
        "X-SystemLog-Redirected-From",
    };

    /// <summary>Checks a name and a value.</summary>
    /// <param name="name">Up to 60 printable ASCII characters without a colon; not one of the fields that a message has by itself.</param>
    /// <param name="value">Up to 900 characters; what is not ASCII is written as encoded words.</param>
    /// <exception cref="ArgumentException">The name cannot be one, or belongs to the message, or the value holds a control character.</exception>
    public MailHeader(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name.Length > NameLimit || name.Any(c => c is <= ' ' or ':' or > '~'))
        {
            throw new ArgumentException("The name of a header field is printable ASCII without spaces and colons.", nameof(name));
        }

        if (s_ours.Contains(name) || name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"{name} is written by the message itself.", nameof(name));
        }

        Name = name;
        Value = HeaderRules.Checked(value, ValueLimit, nameof(value)).Trim();
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the value before it is encoded.</summary>
    public string Value { get; }
}
