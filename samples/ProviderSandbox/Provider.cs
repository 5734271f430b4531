namespace ProviderSandbox;

/// <summary>The providers that have a stand-in.</summary>
public enum Provider
{
    Vipps,
    Klarna,
    Adyen,
    Tripletex,
    Mailchimp,
}
