namespace ProviderSandbox.Mail;

/// <summary>What the mail server takes and keeps. The times are real time whatever the sandbox's clock: they guard sockets.</summary>
public sealed record MailLimits
{
    /// <summary>Gets the size of one mail in bytes, as told to clients. The default is 10 MiB.</summary>
    public int Size { get; init; } = 10 * 1024 * 1024;

    /// <summary>Gets how many mails are kept; older ones are forgotten. The default is 500.</summary>
    public int Kept { get; init; } = 500;

    /// <summary>Gets how many bytes of mail are kept in all, beside the newest mail. The default is 64 MiB.</summary>
    public long KeptSize { get; init; } = 64 * 1024 * 1024;

    /// <summary>Gets how many recipients one mail may have. The default is 100, the least that RFC 5321 allows.</summary>
    public int Recipients { get; init; } = 100;

    /// <summary>Gets how many connections may be open; one more is answered 421. The default is 50.</summary>
    public int Connections { get; init; } = 50;

    /// <summary>Gets how long a client may be silent. The default is one minute.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets how long a connection may last. The default is ten minutes.</summary>
    public TimeSpan Session { get; init; } = TimeSpan.FromMinutes(10);
}
