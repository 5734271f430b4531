namespace ProviderSandbox.Mailchimp;

/// <summary>The API key, and the audience and store it reaches.</summary>
public static class MailchimpCredentials
{
    public const string ApiKey = "0123456789abcdef0123456789abcdef-us21";
    public const string ListId = "b1234346b8";
    public const string StoreId = "sandbox-store";
}
