using SystemLog.Catalogue;

namespace SystemLog.Adapters.Tests.Vipps;

public sealed class VippsAnswersTests
{
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
}
