namespace ProviderSandbox.Mail;

/// <summary>One field of a mail's header.</summary>
/// <param name="Name">As it was written.</param>
/// <param name="Value">On one line, with its encoded words (RFC 2047) decoded.</param>
public sealed record MailHeader(string Name, string Value);
