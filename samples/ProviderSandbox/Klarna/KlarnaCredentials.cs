namespace ProviderSandbox.Klarna;

/// <summary>The credentials of the sandbox's one merchant, for HTTP Basic authentication.</summary>
public static class KlarnaCredentials
{
    public const string Username = "K123456_sandbox";
    public const string Password = "sandbox-klarna-secret";
}
