using System.Globalization;
using SystemLog.Catalogue;

namespace SystemLog.Adapters.Tests.Klarna;

public sealed class KlarnaAnswersTests
{
    [Theory]
    [InlineData("capture", "CAPTURE_NOT_ALLOWED", "Order 1 is expired. Capture not possible.", Cause.AuthorizationExpired)]
    [InlineData("capture", "CAPTURE_NOT_ALLOWED", "Captured amount is higher than the remaining authorized amount.", Cause.InsufficientAmount)]
    [InlineData("capture", "CAPTURE_NOT_ALLOWED", "Something new", Cause.InvalidState)]
    [InlineData("cancel", "CANCEL_NOT_ALLOWED", "Order has previous captures. Cancel not possible", Cause.InvalidState)]
    [InlineData("refund", "REFUND_NOT_ALLOWED", "Refund not possible", Cause.InsufficientAmount)]
    public void One_code_means_what_its_message_says(string operation, string code, string message, Cause cause)
    {
        var explanation = AdapterCatalogue.Explain(
            Sources.Klarna, operation, 403, $$"""{"error_code":"{{code}}","error_messages":["{{message}}"],"correlation_id":"c-1"}""");

        explanation.Cause.Should().Be(cause);
        explanation.Match.Should().Be(Match.Rule);
        explanation.Facts.Should().BeEquivalentTo(new ErrorFacts { Code = code, CorrelationId = "c-1", Messages = [message] });
    }

    [Fact]
    public void The_advice_names_the_amount_that_does_not_add_up()
    {
        var explanation = AdapterCatalogue.Explain(
            Sources.Klarna, Operations.Authorize, 400, """{"error_code":"BAD_VALUE","error_messages":["Bad value: order_lines[1].total_amount"]}""");

        var advice = AdapterCatalogue.Catalogue.Describe(
            Sources.Klarna, explanation.Cause, explanation.Rule, explanation.Values, new CultureInfo("nb-NO"));

        advice.Title.Should().Be("Et beløp går ikke opp: order_lines[1].total_amount");
    }

    [Theory]
    [InlineData("ConnectorException: CAPTURE_NOT_ALLOWED: Order 1 is expired. (#c-1)", "CAPTURE_NOT_ALLOWED", Cause.AuthorizationExpired)]
    [InlineData("error_code: READ_ONLY_ORDERerror_messages: read-only", "READ_ONLY_ORDER", Cause.InvalidState)]
    [InlineData("Klarna_Checkout_HTTP_Response gave no answer", null, Cause.Unknown)]
    public void A_code_is_found_in_what_a_library_writes(string line, string? code, Cause cause)
    {
        var explanation = AdapterCatalogue.Explain(Sources.Klarna, Operations.Capture, null, line);

        explanation.Facts.Code.Should().Be(code);
        explanation.Cause.Should().Be(cause);
    }

    [Fact]
    public void Faults_of_parameters_are_read()
    {
        const string body = """
            {"error_id":"e-1","error_code":"VALIDATION_ERROR","error_message":"Not valid","validation_errors":[{"parameter":"amount","reason":"is negative"}]}
            """;

        var explanation = AdapterCatalogue.Explain(Sources.Klarna, Operations.Authorize, 400, body);

        explanation.Cause.Should().Be(Cause.InvalidData);
        explanation.Facts.Should().BeEquivalentTo(new ErrorFacts
        {
            Code = "VALIDATION_ERROR",
            CorrelationId = "e-1",
            Messages = ["Not valid"],
            Fields = [new("amount", "is negative")],
        });
    }

    [Theory]
    [InlineData("BAD_VALUE", "Bad value: billing_address.email", Cause.CustomerDataInvalid)]
    [InlineData("BAD_VALUE", "Bad value: order_lines[0].tax_rate (may not be null)", Cause.MissingData)]
    [InlineData("BAD_VALUE", "Bad value: order_lines[0].tax_rate", Cause.AmountMismatch)]
    [InlineData("BAD_VALUE", "Bad value: merchant_urls.checkout", Cause.ConfigurationError)]
    [InlineData("BAD_VALUE", "Bad value: purchase_currency (not enabled here)", Cause.ConfigurationError)]
    [InlineData("BAD_VALUE", "Bad value: locale", Cause.InvalidData)]
    [InlineData("BAD_VALUE", "Not matching fields: [order_tax_amount]", Cause.AmountMismatch)]
    [InlineData("BAD_VALUE", "Not matching fields: [shipping_address.region]", Cause.InvalidData)]
    [InlineData("NOT_FOUND", "There is no such session", Cause.AuthorizationExpired)]
    [InlineData("NOT_FOUND", "There is no such refund", Cause.NotFound)]
    [InlineData("INVALID_OPERATION", "The token is already consumed", Cause.AlreadyProcessed)]
    [InlineData("INVALID_OPERATION", "Not for this merchant", Cause.PermissionDenied)]
    [InlineData("TOKEN_SUSPENDED", "The token sleeps", Cause.InvalidState)]
    public void A_code_that_means_many_things_is_told_apart_by_what_it_names(string code, string message, Cause cause)
    {
        AdapterCatalogue.Explain(Sources.Klarna, Operations.Authorize, null, $$"""{"error_code":"{{code}}","error_messages":["{{message}}"]}""")
            .Should().Match<Explanation>(found => found.Cause == cause && found.Match == Match.Rule);
    }

    [Theory]
    [InlineData("capture", "Klarna-ordren er udløbet", Cause.AuthorizationExpired)]
    [InlineData("capture", "Ordern är redan aktiverad", Cause.AlreadyProcessed)]
    [InlineData("authorize", "Köpet nekades", Cause.PaymentDeclined)]
    [InlineData("cancel", "The order has already been captured", Cause.InvalidState)]
    [InlineData("auth", "Klarna says 401 Unauthorized", Cause.AuthenticationFailed)]
    [InlineData("authorize", "Could not resolve host api.klarna.com", Cause.ConnectionFailed)]
    [InlineData("authorize", "The totals do not match between the shop and Klarna", Cause.AmountMismatch)]
    [InlineData("refund", "Klarna: the refund is higher than the remaining 10 kr", Cause.InsufficientAmount)]
    [InlineData("capture", "Ordren er kansellert hos Klarna", Cause.InvalidState)]
    [InlineData("capture", "Klarna: 409 Conflict", Cause.InvalidState)]
    [InlineData("other", "Klarna: rate limit", Cause.RateLimited)]
    [InlineData("authorize", "The recurring token is suspended", Cause.InvalidState)]
    [InlineData("authorize", "Klarna godkände inte detta", Cause.PaymentDeclined)]
    [InlineData("authorize", "Ogiltig e-post hos kunden", Cause.CustomerDataInvalid)]
    [InlineData("auth", "Feil brukernavn eller passord", Cause.AuthenticationFailed)]
    [InlineData("authorize", "The lines do not sum up to order_amount", Cause.AmountMismatch)]
    public void What_plug_ins_log_is_read_by_its_words(string operation, string line, Cause cause)
    {
        AdapterCatalogue.Explain(Sources.Klarna, operation, null, line).Cause.Should().Be(cause);
    }
}
