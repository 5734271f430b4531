using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace SystemLog.Smtp.Sending;

/// <summary>Where the mail server is and how to talk to it.</summary>
public sealed class SmtpConnectionOptions
{
    /// <summary>Gets or sets the name of the server, which its certificate must name, or its IP address.</summary>
    public string Host { get; set; } = "";

    /// <summary>Gets or sets the port. The default is 587, submission.</summary>
    public int Port { get; set; } = 587;

    /// <summary>Gets or sets how the connection is encrypted. The default is STARTTLS, required.</summary>
    public ConnectionSecurity Security { get; set; } = ConnectionSecurity.StartTls;

    /// <summary>Gets or sets the user to log in as; null, the default, sends without.</summary>
    public string? User { get; set; }

    /// <summary>Gets or sets the password; null where there is no user.</summary>
    public string? Password { get; set; }

    /// <summary>Gets or sets whether the password may go unencrypted to a server on the same machine. The default is no; to others it never goes.</summary>
    public bool AllowPlainTextLoginOnLoopback { get; set; }

    /// <summary>Gets or sets the name this machine gives in EHLO. The default is its host name where that is one of a domain, else its address.</summary>
    public string? LocalName { get; set; }

    /// <summary>Gets or sets the root that the server's certificate must come from; null, the default, means the roots the machine trusts.</summary>
    public X509Certificate2? TrustedRoot { get; set; }

    /// <summary>Gets or sets how long connecting may take. The default is 15 seconds.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Gets or sets how long the TLS handshake, each command and each 64 KiB of content may take. The default is 1 minute.</summary>
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets or sets how long the server may take to accept the whole mail. The default is 10 minutes (RFC 5321, 4.5.3.2.6): who gives up
    /// earlier does not know whether the mail was taken.</summary>
    public TimeSpan AcceptTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Refuses what cannot work.</summary>
    /// <exception cref="ArgumentException">A setting is missing or impossible; the message names it.</exception>
    internal void Check()
    {
        Require(!string.IsNullOrWhiteSpace(Host) && Uri.CheckHostName(Host) != UriHostNameType.Unknown, nameof(Host), "must be a host name or an IP address");
        Require(Port is > 0 and <= IPEndPoint.MaxPort, nameof(Port), $"must be 1 to {IPEndPoint.MaxPort}");
        Require(Enum.IsDefined(Security), nameof(Security), "is not one of its values");
        Require(User is null == Password is null, nameof(Password), "and User come together");
        Require(User is not "" && !HasNull(User), nameof(User), "must not be empty or hold NUL");
        Require(Password is not "" && !HasNull(Password), nameof(Password), "must not be empty or hold NUL");
        Require(LocalName is null || IsLocalName(LocalName), nameof(LocalName), "must be a host name or an address in brackets");
        Require(ConnectTimeout > TimeSpan.Zero, nameof(ConnectTimeout), "must be longer than nothing");
        Require(CommandTimeout > TimeSpan.Zero, nameof(CommandTimeout), "must be longer than nothing");
        Require(AcceptTimeout > TimeSpan.Zero, nameof(AcceptTimeout), "must be longer than nothing");
    }

    private static bool HasNull(string? text) => text?.Contains('\0', StringComparison.Ordinal) == true;

    private static bool IsLocalName(string name) => name.Length is > 0 and <= 255 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '[' or ']' or ':');

    private static void Require(bool isMet, string setting, string rule)
    {
        if (!isMet)
        {
            throw new ArgumentException($"{setting} {rule}.", setting);
        }
    }
}
