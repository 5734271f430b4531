using System.Net.Http.Headers;
using System.Text;
using DemoShop.Orders;
using ProviderSandbox.Klarna;
using SystemLog.Catalogue;

namespace DemoShop.Providers;

/// <summary>Klarna's Order Management API, the four calls this shop makes.</summary>
internal sealed class KlarnaClient(HttpClient http) : IPaymentClient
{
    public Task CaptureAsync(Order order, long amount, CancellationToken cancellationToken = default) =>
        PostAsync(order, Operations.Capture, "captures", new { captured_amount = amount, reference = order.Number }, cancellationToken);

    public Task RefundAsync(Order order, long amount, CancellationToken cancellationToken = default) =>
        PostAsync(order, Operations.Refund, "refunds", new { refunded_amount = amount, reference = order.Number }, cancellationToken);

    public Task CancelAsync(Order order, CancellationToken cancellationToken = default) =>
        PostAsync(order, Operations.Cancel, "cancel", null, cancellationToken);

    public async Task<long?> CapturedAsync(Order order, CancellationToken cancellationToken = default)
    {
        using var request = Request(HttpMethod.Get, AddressOf(order), order, Operations.Other);
        using var response = await http.SendAsync(request, cancellationToken);
        var found = await response.ReadAsync(cancellationToken);
        return found.Number("captured_amount") - found.Number("refunded_amount");
    }

    private async Task PostAsync(Order order, string operation, string path, object? body, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Post, $"{AddressOf(order)}/{path}", order, operation);
        request.Content = body is null ? null : JsonContent.Create(body);
        using var response = await http.SendAsync(request, cancellationToken);
        await response.ReadAsync(cancellationToken);
    }

    private static HttpRequestMessage Request(HttpMethod method, string address, Order order, string operation)
    {
        var request = new HttpRequestMessage(method, address).ForSystemLog(About.Order(order, operation));
        var login = Encoding.UTF8.GetBytes($"{KlarnaCredentials.Username}:{KlarnaCredentials.Password}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(login));
        return request;
    }

    private static string AddressOf(Order order) => $"ordermanagement/v1/orders/{Uri.EscapeDataString(order.PaymentReference)}";
}
