using System.Net;

namespace ProviderSandbox.Tests.Tripletex;

public sealed class TripletexLedgerTests : TripletexTest
{
    [Fact]
    public async Task A_z_report_that_balances_is_booked_and_found_by_its_number()
    {
        var booked = await ReportAsync(Posting(1, 3000001, -10000.00m, 3), Posting(2, 1901001, 9999.60m), Posting(3, 7770001, 0.40m));

        var found = await SendAsync(HttpMethod.Get, "ledger/voucher/%3EexternalVoucherNumber?externalVoucherNumber=Z-118");

        booked.Status.Should().Be(201);
        found["values.0.id"].Should().Be(booked["value.id"]);
    }

    [Fact]
    public async Task A_z_report_that_does_not_balance_names_its_date()
    {
        var reply = await ReportAsync(Posting(1, 3000001, -10000.00m, 3), Posting(2, 1901001, 9999.60m));

        Error(reply).Should().Be((422, "18000", "", "Summen av posteringene for 2026-03-01 er ikke lik 0."));
        Sandbox.TripletexCompany.Vouchers.Should().BeEmpty();
    }

    [Fact]
    public async Task An_account_locked_to_a_vat_code_takes_no_other()
    {
        var reply = await ReportAsync(Posting(1, 3000001, -2300m, 31), Posting(2, 1901001, 2300m));

        Error(reply).Should().Be(
            (422, "18000", "postings.vatType.id", "Kontoen 3000 Salgsinntekt, avgiftspliktig er låst til mva-kode 3: Utgående avgift, høy sats."));
    }

    [Fact]
    public async Task Every_fault_of_a_voucher_is_told_at_once()
    {
        var reply = await ReportAsync(Posting(0, 1500001, -10m), Posting(1, 1901001, 10m));
        var empty = await ReportAsync();

        reply.Json!["validationMessages"]!.AsArray().Select(message => (string?)message!["field"]).Should().Equal("postings.row", "postings.customer.id");
        Error(empty).Message.Should().Be("Et bilag kan ikke registreres uten posteringer.");
    }

    [Fact]
    public async Task Only_active_vat_types_are_listed_and_their_ids_are_not_their_numbers()
    {
        Sandbox.TripletexCompany.ActivateVat("33");
        Sandbox.TripletexCompany.DeactivateVat("31");

        var reply = await SendAsync(HttpMethod.Get, "ledger/vatType?typeOfVat=OUTGOING");

        var rates = reply.Json!["values"]!.AsArray().Select(vatType => ((long)vatType!["id"]!, (string?)vatType["number"])).ToList();
        rates.Should().Contain((32, "33")).And.NotContain((31, "31"));
    }

    [Fact]
    public async Task A_session_dies_at_midnight_of_its_date()
    {
        var before = await SendAsync(HttpMethod.Get, "token/session/%3EwhoAmI");
        Clock.Advance(TimeSpan.FromHours(15));

        var after = await SendAsync(HttpMethod.Get, "token/session/%3EwhoAmI");

        before.Status.Should().Be(200);
        (after.Status, after["code"], after["message"], after["developerMessage"])
            .Should().Be((401, "3000", "Unauthorized", "Could not log in. Check login info in Authorization header."));
    }

    [Fact]
    public async Task A_session_needs_both_tokens_and_a_later_date()
    {
        var wrong = await SendAsync(HttpMethod.Put, SessionPath(employeeToken: "wrong"));
        var late = await SendAsync(HttpMethod.Put, SessionPath(expiry: "2026-03-01"));
        var missing = await SendAsync(HttpMethod.Put, "token/session/:create?consumerToken=x");

        (wrong.Status, late.Status, missing["validationMessages.0.field"]).Should().Be((401, 422, "employeeToken"));
    }

    [Fact]
    public async Task The_rate_limit_counts_down_and_its_429_says_not_how_long()
    {
        var first = await SendAsync(HttpMethod.Get, "ledger/vatType");
        for (var left = int.Parse(first.Header("X-Rate-Limit-Remaining")); left > 0; left--)
        {
            await SendAsync(HttpMethod.Get, "ledger/vatType");
        }

        var refused = await SendAsync(HttpMethod.Get, "ledger/vatType");
        Clock.Advance(TimeSpan.FromSeconds(int.Parse(first.Header("X-Rate-Limit-Reset"))));
        var afterwards = await SendAsync(HttpMethod.Get, "ledger/vatType");

        (refused.Status, afterwards.Status).Should().Be(((int)HttpStatusCode.TooManyRequests, 200));
        refused.Headers.Contains("X-Rate-Limit-Reset").Should().BeFalse();
    }

    private static object Posting(int row, long account, decimal amount, long vatType = 0) => new
    {
        row,
        date = "2026-03-01",
        account = new { id = account },
        vatType = new { id = vatType },
        amountGross = amount,
        amountGrossCurrency = amount,
    };

    private Task<Reply> ReportAsync(params object[] postings) => SendAsync(
        HttpMethod.Post,
        "ledger/voucher?sendToLedger=true",
        new { date = "2026-03-01", description = "Z-rapport kasse 1 nr 118", externalVoucherNumber = "Z-118", postings });
}
