using System.Net.Http.Headers;
using DemoShop.Orders;
using ProviderSandbox.Mailchimp;
using SystemLog.Catalogue;

namespace DemoShop.Providers;

/// <summary>Mailchimp's Marketing API: customers who want the knitting letter become members of the audience.</summary>
internal sealed class MailchimpClient(HttpClient http)
{
    public async Task SubscribeAsync(Order order, CancellationToken cancellationToken = default)
    {
        var address = $"lists/{MailchimpCredentials.ListId}/members/{Uri.EscapeDataString(order.Customer.Email)}";
        using var request = new HttpRequestMessage(HttpMethod.Put, address).ForSystemLog(About.Order(order, Operations.AudienceSync));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", MailchimpCredentials.ApiKey);
        request.Content = JsonContent.Create(new
        {
            email_address = order.Customer.Email,
            status = "subscribed",
            merge_fields = new { FNAME = order.Customer.Name },
        });
        using var response = await http.SendAsync(request, cancellationToken);
        await response.ReadAsync(cancellationToken);
    }
}
