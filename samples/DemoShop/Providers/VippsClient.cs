using System.Net.Http.Headers;
using DemoShop.Orders;
using ProviderSandbox.Vipps;
using SystemLog.Catalogue;

namespace DemoShop.Providers;

/// <summary>Vipps MobilePay's ePayment API, the four calls this shop makes.</summary>
internal sealed class VippsClient(HttpClient http, AccessTokens tokens, TimeProvider time) : IPaymentClient
{
    public Task CaptureAsync(Order order, long amount, CancellationToken cancellationToken = default) =>
        ModifyAsync(order, Operations.Capture, amount, $"capture-{order.Captured}-{amount}", cancellationToken);

    public Task RefundAsync(Order order, long amount, CancellationToken cancellationToken = default) =>
        ModifyAsync(order, Operations.Refund, amount, $"refund-{order.Refunded}-{amount}", cancellationToken);

    public Task CancelAsync(Order order, CancellationToken cancellationToken = default) =>
        ModifyAsync(order, Operations.Cancel, null, "cancel", cancellationToken);

    public async Task<long?> CapturedAsync(Order order, CancellationToken cancellationToken = default)
    {
        using var request = await RequestAsync(HttpMethod.Get, PaymentOf(order), order, Operations.Other, cancellationToken);
        using var response = await http.SendAsync(request, cancellationToken);
        var payment = await response.ReadAsync(cancellationToken);
        return payment.Number("aggregate", "capturedAmount", "value") - payment.Number("aggregate", "refundedAmount", "value");
    }

    private async Task ModifyAsync(Order order, string operation, long? amount, string key, CancellationToken cancellationToken)
    {
        using var request = await RequestAsync(HttpMethod.Post, $"{PaymentOf(order)}/{operation}", order, operation, cancellationToken);
        request.Headers.Add("Idempotency-Key", $"{order.Number}-{key}");
        request.Content = amount is { } value ? JsonContent.Create(new { modificationAmount = new { currency = "NOK", value } }) : null;
        using var response = await http.SendAsync(request, cancellationToken);
        await response.ReadAsync(cancellationToken);
    }

    private async Task<HttpRequestMessage> RequestAsync(
        HttpMethod method, string address, Order order, string operation, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync("Vipps", () => LogInAsync(order, cancellationToken));
        var request = new HttpRequestMessage(method, address).ForSystemLog(About.Order(order, operation));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add("Ocp-Apim-Subscription-Key", VippsCredentials.SubscriptionKey);
        request.Headers.Add("Merchant-Serial-Number", VippsCredentials.MerchantSerialNumber);
        return request;
    }

    private async Task<(string Token, DateTimeOffset Until)> LogInAsync(Order order, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "accesstoken/get").ForSystemLog(About.Order(order, Operations.Auth));
        request.Headers.Add("client_id", VippsCredentials.ClientId);
        request.Headers.Add("client_secret", VippsCredentials.ClientSecret);
        request.Headers.Add("Ocp-Apim-Subscription-Key", VippsCredentials.SubscriptionKey);
        using var response = await http.SendAsync(request, cancellationToken);
        var answer = await response.ReadAsync(cancellationToken);
        return (answer!["access_token"]!.GetValue<string>(), time.GetUtcNow().AddHours(1));
    }

    private static string PaymentOf(Order order) => $"epayment/v1/payments/{Uri.EscapeDataString(order.PaymentReference)}";
}
