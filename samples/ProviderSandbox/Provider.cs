namespace ProviderSandbox;

/// <summary>The providers that have a stand-in.</summary>
public enum Provider
{
    Vipps,
    Klarna,
    Adyen,
    Tripletex,
    Mailchimp,

    /// <summary>The shop's outgoing mail server.</summary>
    Smtp,
}
