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
}
