using System.Net;
using System.Security.Cryptography.X509Certificates;
using SystemLog.Redaction;
using SystemLog.Smtp.Sending;

namespace SystemLog.Smtp;

/// <summary>Where the mail server is, how to talk to it, and who mails come from.</summary>
public sealed class SmtpOptions
{
    /// <summary>Gets or sets the address that mails come from, such as "post@shop.example"; the server must be allowed to send for it.</summary>
    /// <remarks><see cref="EsmtpClient"/> does without: there every mail names its sender.</remarks>
    public string From { get; set; } = "";

    /// <summary>Gets or sets the name beside that address; null, the default, gives none.</summary>
    public string? FromName { get; set; }

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
        if (ConnectionFaults().FirstOrDefault() is { Setting: { } setting } fault)
        {
            throw new ArgumentException($"{setting} {fault.Rule}.", setting);
        }
    }

    /// <summary>Returns what cannot work, without who mails come from; never the password.</summary>
    internal IEnumerable<(string Setting, string Rule)> ConnectionFaults() =>
        Rules().Where(rule => !rule.IsMet).Select(rule => (rule.Setting, rule.Rule));

    private (bool IsMet, string Setting, string Rule)[] Rules() =>
    [
        (!string.IsNullOrWhiteSpace(Host) && Uri.CheckHostName(Host) != UriHostNameType.Unknown, nameof(Host), $"('{Redactor.Redact(Host ?? "")}') must be a host name or an IP address"),
        (Port is > 0 and <= IPEndPoint.MaxPort, nameof(Port), $"({Port}) must be 1 to {IPEndPoint.MaxPort}"),
        (Enum.IsDefined(Security), nameof(Security), $"({Security}) is not one of its values"),
        (User is null == Password is null, nameof(Password), "and User come together"),
        (User is not "" && !HasNull(User), nameof(User), "must not be empty or hold NUL"),
        (Password is not "" && !HasNull(Password), nameof(Password), "must not be empty or hold NUL"),
        (LocalName is null || IsLocalName(LocalName), nameof(LocalName), $"('{LocalName}') must be a host name or an address in brackets"),
        (ConnectTimeout > TimeSpan.Zero, nameof(ConnectTimeout), $"({ConnectTimeout}) must be longer than nothing"),
        (CommandTimeout > TimeSpan.Zero, nameof(CommandTimeout), $"({CommandTimeout}) must be longer than nothing"),
        (AcceptTimeout > TimeSpan.Zero, nameof(AcceptTimeout), $"({AcceptTimeout}) must be longer than nothing"),
    ];

    private static bool HasNull(string? text) => text?.Contains('\0', StringComparison.Ordinal) == true;

    private static bool IsLocalName(string name) => name.Length is > 0 and <= 255 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '[' or ']' or ':');
}
