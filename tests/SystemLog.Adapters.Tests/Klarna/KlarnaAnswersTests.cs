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
}
