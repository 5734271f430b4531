using DemoShop.Orders;
using ProviderSandbox.Adyen;
using SystemLog.Catalogue;

namespace DemoShop.Providers;

/// <summary>Adyen's Checkout API, the three calls this shop makes. "Received" is all they say: the outcome comes as a notification.</summary>
internal sealed class AdyenClient(HttpClient http) : IPaymentClient
{
    public Task CaptureAsync(Order order, long amount, CancellationToken cancellationToken = default) =>
        PostAsync(order, Operations.Capture, "captures", amount, cancellationToken);

    public Task RefundAsync(Order order, long amount, CancellationToken cancellationToken = default) =>
        PostAsync(order, Operations.Refund, "refunds", amount, cancellationToken);

    public Task CancelAsync(Order order, CancellationToken cancellationToken = default) =>
        PostAsync(order, Operations.Cancel, "cancels", null, cancellationToken);

    public Task<long?> CapturedAsync(Order order, CancellationToken cancellationToken = default) => Task.FromResult<long?>(null);

    private async Task PostAsync(Order order, string operation, string path, long? amount, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"payments/{Uri.EscapeDataString(order.PaymentReference)}/{path}").ForSystemLog(About.Order(order, operation));
        request.Headers.Add("X-API-Key", AdyenCredentials.ApiKey);
        request.Content = amount is { } value
            ? JsonContent.Create(new { merchantAccount = AdyenCredentials.MerchantAccount, reference = order.Number, amount = new { currency = "NOK", value } })
            : JsonContent.Create(new { merchantAccount = AdyenCredentials.MerchantAccount, reference = order.Number });
        using var response = await http.SendAsync(request, cancellationToken);
        await response.ReadAsync(cancellationToken);
    }
}
