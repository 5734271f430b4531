namespace ProviderSandbox.Mail;

/// <summary>What the mail server takes for a login. Mail is taken without one too.</summary>
public static class SmtpCredentials
{
    public const string UserName = "shop@sandbox.example";
    public const string Password = "sandbox-mail-password";
}
