using System.Text;
using ProviderSandbox.Tripletex;

namespace ProviderSandbox.Tests.Tripletex;

public abstract class TripletexTest : SandboxTest
{
    protected static string SessionPath(string employeeToken = TripletexCredentials.EmployeeToken, string expiry = "2026-03-02") =>
        $"token/session/:create?consumerToken={TripletexCredentials.ConsumerToken}&employeeToken={employeeToken}&expirationDate={expiry}";

    protected override async Task SignInAsync()
    {
        Http.BaseAddress = Sandbox.Tripletex;
        var session = await SendAsync(HttpMethod.Put, SessionPath());
        Http.DefaultRequestHeaders.Add("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("0:" + session["value.token"])));
    }

    protected async Task<long> CustomerAsync(string sendMethod = "EMAIL", string? organizationNumber = null)
    {
        var reply = await SendAsync(
            HttpMethod.Post,
            "customer",
            new { name = "Kari Nordmann", email = "kari@example.no", invoiceSendMethod = sendMethod, organizationNumber });
        return long.Parse(reply["value.id"]!);
    }

    protected Task<Reply> OrderAsync(long customer, string number, long vatType = 3) => SendAsync(HttpMethod.Post, "order", new
    {
        customer = new { id = customer },
        number,
        reference = "WEB-" + number,
        orderDate = "2026-03-01",
        deliveryDate = "2026-03-01",
        isPrioritizeAmountsIncludingVat = true,
        orderLines = new[] { new { description = "Genser", count = 2, unitPriceIncludingVatCurrency = 499.00m, vatType = new { id = vatType } } },
    });

    protected static (int Status, string? Code, string? Field, string? Message) Error(Reply reply) =>
        (reply.Status, reply["code"], reply["validationMessages.0.field"], reply["validationMessages.0.message"]);
}
