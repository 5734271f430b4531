using ProviderSandbox.Tripletex;

namespace ProviderSandbox.Tests.Tripletex;

public sealed class TripletexOrderTests : TripletexTest
{
    [Fact]
    public async Task An_order_is_created_found_and_invoiced()
    {
        var created = await OrderAsync(await CustomerAsync(), "1001");

        var found = await SendAsync(HttpMethod.Get, "order?orderDateFrom=2026-03-01&orderDateTo=2026-03-02&number=1001");
        var invoiced = await SendAsync(HttpMethod.Put, $"order/{created["value.id"]}/:invoice?invoiceDate=2026-03-01&sendToCustomer=false");

        (created.Status, found["fullResultSize"], found["values.0.reference"]).Should().Be((201, "1", "WEB-1001"));
        (invoiced.Status, invoiced["value.invoiceNumber"]).Should().Be((200, "50001"));
        created.Header("x-tlx-request-id").Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_vat_type_that_is_not_activated_is_refused_in_the_whole_envelope()
    {
        var customer = await CustomerAsync();

        var refused = await OrderAsync(customer, "1001", vatType: 32);
        Sandbox.TripletexCompany.ActivateVat("33");
        var accepted = await OrderAsync(customer, "1001", vatType: 32);

        Error(refused).Should().Be((422, "18000", "vatType.id", "Ugyldig mva-kode."));
        (refused["message"], refused["developerMessage"], refused["link"]).Should().Be(("Validering feilet.", "VALIDATION_ERROR", "https://tripletex.no/v2-docs/"));
        refused.Header("x-tlx-request-id").Should().Be(refused["requestId"]);
        accepted.Status.Should().Be(201);
    }

    [Theory]
    [InlineData(null, 422)]
    [InlineData(TripletexCompany.EhfRecipient, 201)]
    public async Task A_customer_who_cannot_receive_ehf_stops_the_order(string? organizationNumber, int status)
    {
        var customer = await CustomerAsync("EHF", organizationNumber);

        var reply = await OrderAsync(customer, "1001");

        reply.Status.Should().Be(status);
        reply["validationMessages.0.message"].Should().Be(status == 422 ? "Kunden kan ikke motta EHF-dokumenter" : null);
    }

    [Fact]
    public async Task An_order_number_is_used_once()
    {
        var customer = await CustomerAsync();
        await OrderAsync(customer, "1001");

        var reply = await OrderAsync(customer, "1001");

        Error(reply).Should().Be((422, "18000", "number", "Dette nummeret er i bruk på en annen ordre, tilbud eller prosjekt."));
        Sandbox.TripletexCompany.Orders.Should().ContainSingle();
    }

    [Fact]
    public async Task What_is_missing_or_unknown_is_named()
    {
        var missing = await SendAsync(HttpMethod.Post, "order", new { orderDate = "2026-03-01" });
        var unmapped = await SendAsync(HttpMethod.Post, "order", new { orderLines = new[] { new { pris = 10 } } });
        var mistyped = await SendAsync(HttpMethod.Post, "order", new { customer = new { id = "101" } });
        var noDates = await SendAsync(HttpMethod.Get, "order");
        var noOrder = await SendAsync(HttpMethod.Get, "order/1");

        Error(missing).Should().Be((422, "18000", "deliveryDate", "Kan ikke være null."));
        Error(unmapped).Should().Be((422, "16000", "orderLines.pris", "Feltet eksisterer ikke i objektet."));
        Error(mistyped).Should().Be((422, "16000", "customer.id", "Verdien er ikke av korrekt type for dette feltet."));
        Error(noDates).Should().Be((422, "15000", "orderDateFrom", "Kan ikke være null."));
        (noOrder.Status, noOrder["code"]).Should().Be((404, "6000"));
    }

    [Fact]
    public async Task A_customer_is_changed_in_part_and_by_its_newest_version()
    {
        var id = await CustomerAsync();

        var changed = await SendAsync(HttpMethod.Put, $"customer/{id}", new { version = 0, phoneNumber = "22334455" });
        var stale = await SendAsync(HttpMethod.Put, $"customer/{id}", new { version = 0, phoneNumber = "99887766" });
        var invalid = await SendAsync(HttpMethod.Post, "customer", new { name = "Butikk AS", organizationNumber = "987 654 325 MVA" });

        (changed["value.name"], changed["value.phoneNumber"], changed["value.version"]).Should().Be(("Kari Nordmann", "22334455", "1"));
        (stale.Status, stale["code"]).Should().Be((409, "8000"));
        Error(invalid).Field.Should().Be("organizationNumber");
    }
}
