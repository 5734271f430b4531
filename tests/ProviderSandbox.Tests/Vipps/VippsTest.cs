using ProviderSandbox.Vipps;

namespace ProviderSandbox.Tests.Vipps;

public abstract class VippsTest : SandboxTest
{
    private int _keys;

    protected override async Task SignInAsync()
    {
        Http.BaseAddress = Sandbox.Vipps;
        Http.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", VippsCredentials.SubscriptionKey);
        var token = await SendAsync(
            HttpMethod.Post, "accesstoken/get", null, ("client_id", VippsCredentials.ClientId), ("client_secret", VippsCredentials.ClientSecret));
        Http.DefaultRequestHeaders.Add("Authorization", "Bearer " + token["access_token"]);
    }

    protected Task<Reply> CreateAsync(string reference, long amount) => SendAsync(
        HttpMethod.Post,
        "epayment/v1/payments",
        new { amount = new { currency = "NOK", value = amount }, paymentMethod = new { type = "WALLET" }, reference, userFlow = "WEB_REDIRECT" },
        ("Idempotency-Key", NextKey()));

    protected Task<Reply> ApproveAsync(string reference) => SendAsync(
        HttpMethod.Post, $"epayment/v1/test/payments/{reference}/approve", new { customer = new { phoneNumber = "4712345678" } });

    protected Task<Reply> ModifyAsync(string reference, string operation, long amount, string? key = null) => SendAsync(
        HttpMethod.Post,
        $"epayment/v1/payments/{reference}/{operation}",
        new { modificationAmount = new { currency = "NOK", value = amount } },
        ("Idempotency-Key", key ?? NextKey()));

    protected Task<Reply> CancelAsync(string reference, bool onlyUnapproved = false) =>
        SendAsync(HttpMethod.Post, $"epayment/v1/payments/{reference}/cancel", new { cancelTransactionOnly = onlyUnapproved });

    protected static string? Code(Reply reply) => reply["extraDetails.0.reason"];

    private string NextKey() => $"key-{++_keys}";
}
