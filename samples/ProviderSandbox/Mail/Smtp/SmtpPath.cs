using System.Diagnostics.CodeAnalysis;

namespace ProviderSandbox.Mail.Smtp;

/// <summary>The address of MAIL or RCPT and what follows it, such as <c>FROM:&lt;shop@example.no&gt; SIZE=1200</c>.</summary>
internal sealed record SmtpPath(string Address, IReadOnlyList<string> Parameters)
{
    // RFC 5321: 64 before the sign and 255 behind it, two angle brackets apart from 256 in all; that is what others enforce.
    private const int AddressLimit = 254;

    /// <summary>Reads the argument; false where it is not of this form. An empty address is of this form.</summary>
    public static bool TryRead(string argument, string keyword, [NotNullWhen(true)] out SmtpPath? path)
    {
        path = null;
        if (!argument.StartsWith(keyword, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var rest = argument[keyword.Length..].TrimStart();
        var end = rest.IndexOf('>');
        if (!rest.StartsWith('<') || end < 0 || (rest.Length > end + 1 && rest[end + 1] != ' '))
        {
            return false;
        }

        path = new SmtpPath(rest[1..end], rest[(end + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return path.Address.Length == 0 || IsAddress(path.Address);
    }

    private static bool IsAddress(string address)
    {
        var at = address.LastIndexOf('@');
        return at > 0 && at < address.Length - 1 && address.Length <= AddressLimit && !address.Any(c => char.IsControl(c) || c is '<' or ' ');
    }
}
