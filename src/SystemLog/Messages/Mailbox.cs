using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace SystemLog.Messages;

/// <summary>An e-mail address with the name of who reads it. What cannot be an address cannot become one of these.</summary>
/// <remarks>Quoted local parts and addresses in brackets (<c>"a b"@[192.0.2.1]</c>) are refused: they are legal, and always a mistake in a shop.</remarks>
public sealed record Mailbox
{
    /// <summary>How many characters an address (RFC 5321, 4.5.3.1.3, without its brackets) and a local part may have.</summary>
    internal const int AddressLimit = 254, LocalPartLimit = 64;

    /// <summary>How many characters a name may have.</summary>
    public const int NameLimit = 200;

    private const string MarksInLocalPart = "!#$%&'*+-/=?^_`{|}~.";

    private static readonly IdnMapping s_idn = new() { UseStd3AsciiRules = true };

    /// <summary>Checks an address and a name.</summary>
    /// <param name="address">Such as "kari@example.no"; a domain with other letters than ASCII is kept in its ASCII form.</param>
    /// <param name="name">Up to 200 characters; none by default.</param>
    /// <exception cref="ArgumentException">It cannot be an address, or one of the two holds a control character or is too long.</exception>
    public Mailbox(string address, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        (LocalPart, Domain) = Parts(address) ?? throw new ArgumentException("This cannot be an e-mail address.", nameof(address));
        Name = string.IsNullOrWhiteSpace(name) ? null : HeaderRules.Checked(name, NameLimit, nameof(name)).Trim();
    }

    /// <summary>Gets the address, its domain in ASCII.</summary>
    public string Address => $"{LocalPart}@{Domain}";

    /// <summary>Gets the name; null where there is none.</summary>
    public string? Name { get; }

    /// <summary>Gets what stands before the at sign.</summary>
    public string LocalPart { get; }

    /// <summary>Gets the domain in ASCII.</summary>
    public string Domain { get; }

    /// <summary>Gets whether only servers that offer SMTPUTF8 (RFC 6531) can take it.</summary>
    public bool NeedsUtf8 => !Ascii.IsValid(LocalPart);

    /// <summary>Makes one where that is possible, for text that a person typed.</summary>
    /// <returns>Whether it can be an address.</returns>
    public static bool TryCreate(string? address, [NotNullWhen(true)] out Mailbox? mailbox)
    {
        mailbox = address is not null && Parts(address) is not null ? new(address) : null;
        return mailbox is not null;
    }

    /// <summary>Returns whether a name can stand beside an address: it is short enough and holds no control character, or there is none.</summary>
    public static bool CanBeName(string? name) => string.IsNullOrWhiteSpace(name) || HeaderRules.Allow(name, NameLimit);

    /// <summary>Returns the address.</summary>
    public override string ToString() => Address;

    private static (string LocalPart, string Domain)? Parts(string address)
    {
        var at = address.LastIndexOf('@');
        if (at <= 0 || address.Length > AddressLimit || !IsLocalPart(address.AsSpan(0, at)) || DomainOf(address[(at + 1)..]) is not { } domain)
        {
            return null;
        }

        return at + 1 + domain.Length > AddressLimit ? null : (address[..at], domain);
    }

    private static bool IsLocalPart(ReadOnlySpan<char> text)
    {
        if (Encoding.UTF8.GetByteCount(text) > LocalPartLimit || text is ['.', ..] or [.., '.'] || text.Contains("..", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var rune in text.EnumerateRunes())
        {
            var isAllowed = rune.IsAscii
                ? Rune.IsLetterOrDigit(rune) || MarksInLocalPart.Contains((char)rune.Value)
                : rune != Rune.ReplacementChar && !Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format;
            if (!isAllowed)
            {
                return false;
            }
        }

        return true;
    }

    // A top-level domain is never a number; "localhost" is the one name without a dot that mail is sent to.
    private static string? DomainOf(string domain)
    {
        string ascii;
        try
        {
            ascii = s_idn.GetAscii(domain);
        }
        catch (ArgumentException)
        {
            return null;
        }

        var labels = ascii.Split('.');
        return Array.TrueForAll(labels, IsLabel) && (labels.Length > 1 ? !labels[^1].All(char.IsAsciiDigit) : IsLocalHost(ascii)) ? ascii : null;
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static bool IsLocalHost(string domain) => domain.Equals("localhost", StringComparison.OrdinalIgnoreCase);
}
