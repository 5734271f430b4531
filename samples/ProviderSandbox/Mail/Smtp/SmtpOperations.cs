namespace ProviderSandbox.Mail.Smtp;

/// <summary>The operations of the mail server, as faults and the list of requests name them.</summary>
internal static class SmtpOperations
{
    public const string Connect = "connect";
    public const string Hello = "hello";
    public const string Login = "login";
    public const string Sender = "sender";
    public const string Recipient = "recipient";
    public const string Message = "message";
}
