using SystemLog.Catalogue;

namespace SystemLog.Adapters.Tests.Adyen;

public sealed class AdyenAnswersTests
{
    [Fact]
    public void A_wrong_setting_is_no_internal_error_although_the_status_says_so()
    {
        var explanation = AdapterCatalogue.Explain(
            Sources.Adyen, Operations.Capture, 500, """{"status":500,"errorCode":"901","message":"Invalid Merchant Account","errorType":"internal"}""");

        explanation.Cause.Should().Be(Cause.ConfigurationError);
        explanation.Retryable.Should().BeFalse();
    }

    [Fact]
    public void A_notification_tells_by_event_and_reason()
    {
        var explanation = AdapterCatalogue.Explain(Sources.Adyen, Operations.Capture, null, """
            {"live":"false","notificationItems":[{"NotificationRequestItem":{"eventCode":"CAPTURE","pspReference":"Q4Z",
             "reason":"Insufficient balance on payment","success":"false"}}]}
            """);

        explanation.Cause.Should().Be(Cause.InsufficientAmount);
        explanation.Facts.CorrelationId.Should().Be("Q4Z");
    }

    [Fact]
    public void Fields_of_the_newer_problem_are_read()
    {
        var explanation = AdapterCatalogue.Explain(Sources.Adyen, Operations.Other, 422, """
            {"type":"https://docs.adyen.com/errors/validation","title":"The request is invalid.","detail":"Invalid entity","requestId":"1",
             "invalidFields":[{"name":"type","message":"Type was not known."}],"errorCode":"30_102"}
            """);

        explanation.Facts.Code.Should().Be("30_102");
        explanation.Facts.Fields.Should().Equal(new FieldFault("type", "Type was not known."));
    }

    [Fact]
    public void What_a_terminal_adds_to_its_answer_is_decoded()
    {
        var explanation = AdapterCatalogue.Explain(Sources.Adyen, Operations.Authorize, 200, """
            {"SaleToPOIResponse":{"PaymentResponse":{"Response":{"Result":"Failure","ErrorCondition":"Refusal",
             "AdditionalResponse":"refusalReason=51%3A%20Not%20enough%20on%20the%20account&tid=47069832"}}}}
            """);

        explanation.Cause.Should().Be(Cause.PaymentDeclined);
        explanation.Facts.Text.Should().Contain("51: Not enough on the account");
    }

    [Fact]
    public void A_title_that_says_nothing_does_not_hide_the_detail()
    {
        var explanation = AdapterCatalogue.Explain(Sources.Adyen, Operations.Other, 422, """
            {"title":"The request is missing required fields or contains invalid data.","status":422,
             "detail":"Store 'oslo-7' exists: the reference is already in use.","errorCode":"30_011"}
            """);

        explanation.Cause.Should().Be(Cause.DuplicateReference);
    }

    [Theory]
    [InlineData("""{"refusalReason":"Not enough balance","refusalReasonCode":"12"}""", Cause.PaymentDeclined, WhoMustAct.Customer)]
    [InlineData("""{"resultCode":"Refused","refusalReason":"Issuer Unavailable","refusalReasonCode":"9"}""", Cause.ProviderUnavailable, WhoMustAct.Customer)]
    [InlineData("""{"status":422,"errorCode":"14_030","message":"No address to return to"}""", Cause.MissingData, WhoMustAct.Developer)]
    [InlineData("""{"status":422,"errorCode":"14_0385","message":"Too late for this link"}""", Cause.AuthorizationExpired, WhoMustAct.Customer)]
    [InlineData("""{"status":422,"errorCode":"146","message":"Check the personal number"}""", Cause.CustomerDataInvalid, WhoMustAct.Customer)]
    [InlineData("""{"status":403,"errorCode":"14_0428","message":"Links are off"}""", Cause.PermissionDenied, WhoMustAct.Merchant)]
    public void A_code_says_enough_where_the_words_are_strange(string body, Cause cause, WhoMustAct who)
    {
        AdapterCatalogue.Explain(Sources.Adyen, Operations.Authorize, null, body).Should().BeEquivalentTo(new { Cause = cause, WhoMustAct = who });
    }

    [Theory]
    [InlineData("Adyen said: the origin key of this shop's domain is wrong", Cause.ConfigurationError)]
    [InlineData("Checkout stopped: payment session abc has expired", Cause.AuthorizationExpired)]
    [InlineData("Order 7: no acquirer account for this currency", Cause.ConfigurationError)]
    [InlineData("The terminal in till 3 is offline: not reachable", Cause.ConnectionFailed)]
    [InlineData("The gift card's balance is not enough", Cause.PaymentDeclined)]
    [InlineData("3DS2 challenge not completed by the shopper", Cause.PaymentDeclined)]
    [InlineData("The webhook signature does not fit our HMAC key", Cause.SignatureInvalid)]
    [InlineData("The payment cannot be captured in this state", Cause.InvalidState)]
    [InlineData("Cannot save: the stored payment no longer exists", Cause.NotFound)]
    public void Words_in_a_log_line_are_enough(string line, Cause cause)
    {
        AdapterCatalogue.Explain(Sources.Adyen, Operations.Authorize, null, line).Cause.Should().Be(cause);
    }

    [Theory]
    [InlineData(Operations.Authorize, "shop.ERROR: 103: CVC is not the right length [] []", Cause.PaymentDeclined, WhoMustAct.Customer)]
    [InlineData(Operations.Capture, "Adyen says: insufficient balance on payment", Cause.InsufficientAmount, WhoMustAct.Merchant)]
    [InlineData(Operations.Cancel, "The payment was already captured, so it stays", Cause.InvalidState, WhoMustAct.Merchant)]
    [InlineData(Operations.Capture, "The payment was already captured, so it stays", Cause.AlreadyProcessed, WhoMustAct.Nobody)]
    [InlineData(Operations.Refund, "Order 14: refund refused", Cause.PaymentDeclined, WhoMustAct.Merchant)]
    [InlineData(Operations.Authorize, "Unknown fields: [expiryMonth]", Cause.InvalidData, WhoMustAct.Developer)]
    public void A_message_without_its_code_is_read_by_its_words(string operation, string message, Cause cause, WhoMustAct who)
    {
        var explanation = AdapterCatalogue.Explain(Sources.Adyen, operation, null, message);

        explanation.Cause.Should().Be(cause);
        explanation.WhoMustAct.Should().Be(who);
    }
}
