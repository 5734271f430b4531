using SystemLog.Catalogue;

namespace SystemLog.Adapters.Tests.Vipps;

public sealed class VippsAnswersTests
{
    [Fact]
    public void The_fields_of_the_recurring_api_are_read()
    {
        var facts = AdapterCatalogue.Catalogue.Read(new()
        {
            Source = Sources.Vipps,
            Operation = Operations.Other,
            Status = 400,
            Body = """[{"field":"interval.count","message":"must be at least 1","code":"invalid.interval","contextId":"c-1"}]""",
        });

        facts.Fields.Should().Equal(new FieldFault("interval.count", "must be at least 1"));
        facts.CorrelationId.Should().Be("c-1");
    }

    [Fact]
    public void The_code_stands_in_the_extra_details()
    {
        var explanation = AdapterCatalogue.Explain(Sources.Vipps, Operations.Capture, 400, """
            {"type":"https://httpstatuses.io/400","title":"Capture period expired","detail":"Up to 180 days.","status":400,
             "extraDetails":[{"name":"ErrorCode","reason":"6100"},{"name":"amount","reason":"is late"}],"traceId":"00-813b-01"}
            """);

        explanation.Should().BeEquivalentTo(new { Cause = Cause.AuthorizationExpired, Rule = "vipps.capture-expired", Retryable = false });
        explanation.Facts.Should().BeEquivalentTo(new ErrorFacts
        {
            Code = "6100",
            CorrelationId = "00-813b-01",
            Messages = ["Capture period expired", "Up to 180 days."],
            Fields = [new("amount", "is late")],
        });
    }

    [Theory]
    [InlineData("cancel", "51", "Can't cancel already captured order", Cause.InvalidState)]
    [InlineData("refund", "71", "Can't refund more than captured amount", Cause.InsufficientAmount)]
    [InlineData("refund", "95", "Payments can only be refunded up to 365 days after reservation", Cause.AuthorizationExpired)]
    public void The_older_list_of_errors_is_read_too(string operation, string code, string message, Cause cause)
    {
        var explanation = AdapterCatalogue.Explain(
            Sources.Vipps, operation, 402, $$"""[{"errorGroup":"Payment","errorMessage":"{{message}}","errorCode":"{{code}}","contextId":"f70b"}]""");

        explanation.Cause.Should().Be(cause);
        explanation.Facts.Should().BeEquivalentTo(new ErrorFacts { Code = code, CorrelationId = "f70b", Messages = [message] });
    }

    [Theory]
    [InlineData("https://developer.vippsmobilepay.com/problems#charge-due-too-soon", "charge-due-too-soon")]
    [InlineData("https://vipps.no/invoice/v1/problems/invoice-conflict", "invoice-conflict")]
    [InlineData("https://httpstatuses.io/400", null)]
    [InlineData("about:blank", null)]
    public void A_problem_without_a_code_is_known_by_its_name(string type, string? code)
    {
        var explanation = AdapterCatalogue.Explain(Sources.Vipps, Operations.Other, 400, $$"""{"type":"{{type}}","title":"Some problem","status":400}""");

        explanation.Facts.Code.Should().Be(code);
    }

    [Fact]
    public void Faults_of_fields_are_read_in_every_form()
    {
        const string body = """
            {"title":"Not valid","invalidParams":[{"name":"amount","reason":"is too small"}],"errors":{"Currency":["is not known"]}}
            """;

        AdapterCatalogue.Explain(Sources.Vipps, Operations.Authorize, 400, body).Facts.Fields
            .Should().Equal(new FieldFault("amount", "is too small"), new FieldFault("Currency", "is not known"));
    }

    [Theory]
    [InlineData("auth", 400, """{"error":"invalid_client","error_description":"No such client."}""", Cause.AuthenticationFailed, WhoMustAct.Merchant)]
    [InlineData("authorize", 409, """{"code":"2010","message":"Not your merchant.","correlationId":"c"}""", Cause.PermissionDenied, WhoMustAct.Merchant)]
    [InlineData("refund", 409, """{"code":"availability_duration_expired","message":"Not any more."}""", Cause.AuthorizationExpired, WhoMustAct.Merchant)]
    [InlineData("webhook", null, """[{"status":"Failed","status_text":"Not paid on the day.","status_code":"50000"}]""", Cause.PaymentDeclined, WhoMustAct.Customer)]
    [InlineData("webhook", null, """{"status":"FAILED","failureReason":"user_action_required"}""", Cause.PaymentDeclined, WhoMustAct.Customer)]
    [InlineData("capture", 429, "", Cause.RateLimited, WhoMustAct.Developer)]
    public void Codes_of_the_other_products_are_known(string operation, int? status, string body, Cause cause, WhoMustAct who)
    {
        AdapterCatalogue.Explain(Sources.Vipps, operation, status, body)
            .Should().Match<Explanation>(found => found.Cause == cause && found.WhoMustAct == who && found.Match == Match.Rule);
    }

    [Theory]
    [InlineData("capture", "MSN 123456 402 The sum exceeds what is reserved", Cause.InsufficientAmount)]
    [InlineData("auth", "MSN 123456 401 Unauthorized", Cause.AuthenticationFailed)]
    [InlineData("auth", "Invalid MSN, it is not connected to these keys", Cause.ConfigurationError)]
    [InlineData("capture", "Kunne ikke belaste: betalingen er utløpt", Cause.AuthorizationExpired)]
    [InlineData("refund", "Kan ikke refundere mer enn det som er belastet", Cause.InsufficientAmount)]
    [InlineData("capture", "Betalingen er allerede belastet", Cause.AlreadyProcessed)]
    [InlineData("authorize", "Betalingen ble avbrutt av kunden", Cause.PaymentDeclined)]
    [InlineData("authorize", "Kunden har ikke MobilePay", Cause.CustomerDataInvalid)]
    [InlineData("authorize", "ERROR cURL error 28: Resolving timed out", Cause.ConnectionFailed)]
    [InlineData("authorize", "Der kom intet svar fra MobilePay", Cause.Timeout)]
    [InlineData("other", "Server error: POST answered 500 Internal Server Error", Cause.ProviderInternalError)]
    [InlineData("cancel", "Cancel period expired, the money is free", Cause.AuthorizationExpired)]
    [InlineData("refund", "Not enough refundable, 10 kr are left", Cause.InsufficientAmount)]
    [InlineData("authorize", "The sales unit has exceeded its month", Cause.RateLimited)]
    [InlineData("authorize", "Metadata: length exceeded", Cause.InvalidData)]
    [InlineData("authorize", "Butikken må bruke HTTPS: Vipps krever at du bruker HTTPS", Cause.ConfigurationError)]
    [InlineData("authorize", "Kundens kort: det er ikke dekning", Cause.PaymentDeclined)]
    [InlineData("webhook", "The callback may be forged, its merchantSerialNumber is wrong", Cause.SignatureInvalid)]
    public void What_plug_ins_log_is_read_by_its_words(string operation, string line, Cause cause)
    {
        AdapterCatalogue.Explain(Sources.Vipps, operation, null, line).Cause.Should().Be(cause);
    }
}
