using ProviderSandbox.Mail;

namespace ProviderSandbox;

/// <summary>How a sandbox is started.</summary>
public sealed class SandboxOptions
{
    /// <summary>Gets or sets the loopback port. The default, 0, takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>Gets or sets the loopback port of the mail server. The default, 0, takes a free one.</summary>
    public int SmtpPort { get; set; }

    /// <summary>Gets or sets what the mail server takes and keeps.</summary>
    public MailLimits Mail { get; set; } = new();

    /// <summary>Gets or sets the clock that expiries, rate limits and time stamps follow. The default is the system's.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;
}
