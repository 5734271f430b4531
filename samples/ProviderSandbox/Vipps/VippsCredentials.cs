namespace ProviderSandbox.Vipps;

/// <summary>The keys of the sandbox's one sales unit, a Norwegian one.</summary>
public static class VippsCredentials
{
    public const string ClientId = "fb492b5e-0000-4d83-ba20-c7fb60ca35de";
    public const string ClientSecret = "sandbox-vipps-secret";
    public const string SubscriptionKey = "sandbox-vipps-subscription-key";
    public const string MerchantSerialNumber = "123456";
}
