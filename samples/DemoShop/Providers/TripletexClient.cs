using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using DemoShop.Orders;
using ProviderSandbox.Tripletex;
using SystemLog.Catalogue;
using SystemLog.Http;

namespace DemoShop.Providers;

/// <summary>Tripletex's API v2: orders with their customers, and z-reports as vouchers.</summary>
internal sealed class TripletexClient(HttpClient http, AccessTokens tokens, TimeProvider time)
{
    private const int CashAccount = 1900;
    private const int CardAccount = 1901;

    /// <summary>Transfers an order and returns its id in Tripletex.</summary>
    public async Task<long> TransferAsync(Order order, CancellationToken cancellationToken = default)
    {
        var customer = await FindOrCreateCustomerAsync(order, cancellationToken);
        var day = Date(order.PlacedAt);
        var created = await SendAsync(HttpMethod.Post, "order", About.Order(order, Operations.OrderTransfer), new
        {
            customer = new { id = customer },
            number = order.Number,
            reference = order.Number,
            orderDate = day,
            deliveryDate = day,
            isPrioritizeAmountsIncludingVat = true,
            orderLines = order.Lines.Select(line => new
            {
                description = line.Product,
                count = line.Quantity,
                unitPriceIncludingVatCurrency = line.Price / 100m,
                vatType = new { id = VatTypeOf(line) },
            }),
        }, cancellationToken);
        return created.Number("value", "id");
    }

    /// <summary>Transfers a z-report as a voucher and returns its id in Tripletex.</summary>
    public async Task<long> TransferAsync(ZReport report, CancellationToken cancellationToken = default)
    {
        var about = About.ZReport(report, Operations.ZReportTransfer);
        var numbers = $"{CashAccount},{CardAccount},{report.SalesAccount}";
        // Finding the accounts is not a transfer: its success must not solve one that failed.
        var accounts = await SendAsync(HttpMethod.Get, $"ledger/account?number={numbers}", about with { Operation = Operations.Other }, null, cancellationToken);
        var ids = accounts!["values"]!.AsArray().ToDictionary(account => account.Number("number"), account => account.Number("id"));
        object Posting(int row, int account, long amount, long vatType) => new
        {
            row,
            account = new { id = ids.TryGetValue(account, out var id) ? id : throw new ProviderRefusedException($"Tripletex has no account {account}.") },
            amountGross = amount / 100m,
            amountGrossCurrency = amount / 100m,
            vatType = new { id = vatType },
        };
        var created = await SendAsync(HttpMethod.Post, "ledger/voucher?sendToLedger=true", about, new
        {
            date = report.Day,
            description = $"Z-rapport {report.Number}",
            externalVoucherNumber = $"Z{report.Number}",
            postings = new[] { Posting(1, CashAccount, report.Cash, 0), Posting(2, CardAccount, report.Card, 0), Posting(3, report.SalesAccount, -report.Total, 3) },
        }, cancellationToken);
        return created.Number("value", "id");
    }

    private async Task<long> FindOrCreateCustomerAsync(Order order, CancellationToken cancellationToken)
    {
        var about = About.Order(order, Operations.CustomerSync);
        var byEmail = $"customer?email={Uri.EscapeDataString(order.Customer.Email)}";
        var found = await SendAsync(HttpMethod.Get, byEmail, about with { Operation = Operations.Other }, null, cancellationToken);
        if (found?["values"]?.AsArray() is [{ } known, ..])
        {
            return known.Number("id");
        }

        var created = await SendAsync(HttpMethod.Post, "customer", about, new
        {
            name = order.Customer.Name,
            email = order.Customer.Email,
            organizationNumber = order.Customer.OrganizationNumber ?? "",
            isCustomer = true,
            isPrivateIndividual = !order.Customer.IsCompany,
            invoiceSendMethod = order.Customer.IsCompany ? "EHF" : "EMAIL",
        }, cancellationToken);
        return created.Number("value", "id");
    }

    private async Task<JsonNode?> SendAsync(HttpMethod method, string address, ReportedCall about, object? body, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync("Tripletex", () => LogInAsync(about, cancellationToken));
        using var request = new HttpRequestMessage(method, address).ForSystemLog(about);
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("0:" + token)));
        request.Content = body is null ? null : JsonContent.Create(body);
        using var response = await http.SendAsync(request, cancellationToken);
        return await response.ReadAsync(cancellationToken);
    }

    private async Task<(string Token, DateTimeOffset Until)> LogInAsync(ReportedCall about, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow().AddDays(1);
        var query = $"consumerToken={TripletexCredentials.ConsumerToken}&employeeToken={TripletexCredentials.EmployeeToken}&expirationDate={Date(until)}";
        using var request = new HttpRequestMessage(HttpMethod.Put, $"token/session/:create?{query}").ForSystemLog(about with { Operation = Operations.Auth });
        using var response = await http.SendAsync(request, cancellationToken);
        var answer = await response.ReadAsync(cancellationToken);

        // A session ends when its day begins, wherever in the day it was made.
        return (answer!["value"]!["token"]!.GetValue<string>(), new DateTimeOffset(until.UtcDateTime.Date, TimeSpan.Zero));
    }

    // Tripletex's ids of the outgoing VAT types: 3 is the high rate, 32 the low one, 5 none.
    private static int VatTypeOf(OrderLine line) => line.VatPercent switch { 0 => 5, 12 => 32, _ => 3 };

    private static string Date(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Shops.Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
