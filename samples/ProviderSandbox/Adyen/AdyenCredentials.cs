namespace ProviderSandbox.Adyen;

/// <summary>The API key and the merchant account it may use.</summary>
public static class AdyenCredentials
{
    public const string ApiKey = "AQE-sandbox-adyen-key";
    public const string MerchantAccount = "SandboxShopECOM";
}
