using System.Globalization;
using SystemLog.Catalogue;

namespace SystemLog.Adapters.Tests.Twilio;

public sealed class TwilioAnswersTests
{
    [Theory]
    [InlineData("""{"code":21211,"message":"'To' is not valid","more_info":"https://www.twilio.com/docs/errors/21211","status":400}""", "21211")]
    [InlineData("""{"sid":"SM1","status":"undelivered","error_code":30005,"error_message":"Unknown"}""", "30005")]
    [InlineData("""{ status: 400, message: 'no', code: 21610, moreInfo: 'x' }""", "21610")]
    [InlineData("""{"level":"ERROR","code":"E_SMS","message":"Client error: [HTTP 400] 21608 : Unable to create record"}""", "21608")]
    [InlineData("ErrorCode=30007&MessageStatus=undelivered&To=%2B4712345678", "30007")]
    [InlineData("<TwilioResponse><RestException><Code>21612</Code><Message>No way</Message></RestException></TwilioResponse>", "21612")]
    [InlineData("[HTTP 400] Unable to create record: No such number (21211)", "21211")]
    [InlineData("Twilio Error 21608", "21608")]
    [InlineData("HTTP ERROR 401: 20003: Authenticate", "20003")]
    [InlineData("see https://www.twilio.com/docs/api/errors/21614 for more", "21614")]
    [InlineData("error 30003", "30003")]
    [InlineData("30008", "30008")]
    public void The_code_is_found_wherever_twilio_or_its_libraries_write_it(string body, string code)
    {
        Parse(body).Code.Should().Be(code);
    }

    [Theory]
    [InlineData("Invalid 'To' Phone Number: +12345")]
    [InlineData("order 30007 was sent")]
    [InlineData("error 123456")]
    [InlineData("(5551234)")]
    [InlineData("")]
    public void Numbers_that_are_no_codes_are_left_alone(string body)
    {
        Parse(body).Code.Should().BeNull();
    }

    [Theory]
    [InlineData("ErrorCode=30003&MessageSid=SM0123456789abcdef0123456789abcdef&To=x", "SM0123456789abcdef0123456789abcdef")]
    [InlineData("MessageSid=SM0123456789abcdef0123456789abcdef request RQ0123456789abcdef0123456789abcdee", "RQ0123456789abcdef0123456789abcdee")]
    [InlineData("SM0123", null)]
    public void The_correlation_id_is_the_request_or_else_the_message(string body, string? id)
    {
        Parse(body).CorrelationId.Should().Be(id);
    }

    [Theory]
    [InlineData(21211, "The 'To' number 5551234567 is odd", Cause.CustomerDataInvalid, false, WhoMustAct.Customer)]
    [InlineData(21211, "The 'To' number 098765432 is odd", Cause.CustomerDataInvalid, false, WhoMustAct.Merchant)]
    [InlineData(21614, "Not mobile", Cause.RecipientRejected, false, WhoMustAct.Customer)]
    [InlineData(21610, "STOP", Cause.RecipientUnsubscribed, false, WhoMustAct.Customer)]
    [InlineData(21608, "Not verified", Cause.ConfigurationError, false, WhoMustAct.Merchant)]
    [InlineData(21408, "Not enabled", Cause.PermissionDenied, false, WhoMustAct.Merchant)]
    [InlineData(21659, "Country mismatch", Cause.ConfigurationError, false, WhoMustAct.Merchant)]
    [InlineData(21703, "No numbers", Cause.ConfigurationError, false, WhoMustAct.Merchant)]
    [InlineData(20003, "Authenticate", Cause.AuthenticationFailed, false, WhoMustAct.Merchant)]
    [InlineData(20404, "The requested resource /x was not found", Cause.NotFound, false, WhoMustAct.Merchant)]
    [InlineData(20404, "The requested resource /Accounts//Messages.json was not found", Cause.ConfigurationError, false, WhoMustAct.Merchant)]
    [InlineData(20429, "Slow down", Cause.RateLimited, true, WhoMustAct.Developer)]
    [InlineData(20500, "Oops", Cause.ProviderInternalError, true, WhoMustAct.Provider)]
    [InlineData(30003, "", Cause.RecipientRejected, true, WhoMustAct.Customer)]
    [InlineData(30006, "", Cause.RecipientRejected, false, WhoMustAct.Customer)]
    [InlineData(30008, "", Cause.Unknown, true, WhoMustAct.Nobody)]
    [InlineData(30034, "", Cause.SpamOrPolicyBlock, false, WhoMustAct.Merchant)]
    [InlineData(60200, "Invalid parameter `To`: +47", Cause.CustomerDataInvalid, false, WhoMustAct.Customer)]
    [InlineData(60200, "Invalid parameter: Locale", Cause.InvalidData, false, WhoMustAct.Developer)]
    [InlineData(60203, "Max send attempts", Cause.RateLimited, true, WhoMustAct.Nobody)]
    [InlineData(63016, "", Cause.InvalidState, false, WhoMustAct.Merchant)]
    [InlineData(11200, "", Cause.ConfigurationError, false, WhoMustAct.Developer)]
    public void A_code_means_the_same_in_an_answer_and_in_a_callback(int code, string message, Cause cause, bool retryable, WhoMustAct whoMustAct)
    {
        var answer = AdapterCatalogue.Explain(Sources.Twilio, Operations.SendSms, 400, $$"""{"code":{{code}},"message":"{{message}}","status":400}""");
        var callback = AdapterCatalogue.Explain(Sources.Twilio, Operations.Webhook, null, $"ErrorCode={code}&MessageStatus=failed&ErrorMessage={message}");

        answer.Should().BeEquivalentTo(new { Cause = cause, Retryable = retryable, WhoMustAct = whoMustAct, Match = Match.Rule });
        callback.Should().BeEquivalentTo(new { Cause = cause, Retryable = retryable, WhoMustAct = whoMustAct, Match = Match.Rule });
    }

    [Theory]
    [InlineData("Unable to create record: Invalid 'To' Phone Number: +4712", Cause.CustomerDataInvalid)]
    [InlineData("Unable to create record: The 'From' number Shop AS is not a valid phone number or sender ID", Cause.ConfigurationError)]
    [InlineData("[HTTP 400] Unable to create record: '+4712345678' is not a valid mobile number", Cause.RecipientRejected)]
    [InlineData("Unable to create record: A 'To' phone number is required", Cause.MissingData)]
    [InlineData("Unable to create record: Message body is required", Cause.MissingData)]
    [InlineData("Credentials are required to create a client", Cause.AuthenticationFailed)]
    [InlineData("Max check attempts reached", Cause.RateLimited)]
    [InlineData("The validity period of the message is over", Cause.Timeout)]
    [InlineData("The price is above the max price set", Cause.ConfigurationError)]
    [InlineData("The customer has not joined the Sandbox", Cause.ConfigurationError)]
    [InlineData("HTTP connection failure at the callback", Cause.ConnectionFailed)]
    [InlineData("MessageStatus=undelivered&To=%2B4712345678", Cause.Unknown)]
    [InlineData("Unable to create record.", Cause.Unknown)]
    public void Where_a_text_has_no_code_its_words_tell(string body, Cause cause)
    {
        AdapterCatalogue.Explain(Sources.Twilio, Operations.SendSms, null, body).Should().BeEquivalentTo(new { Cause = cause, Match = Match.Rule });
    }

    [Theory]
    [InlineData("en", "The customer has said stop")]
    [InlineData("nb", "Kunden har sagt stopp")]
    [InlineData("da", "Kunden har sagt stop")]
    [InlineData("fi", "Asiakas on kieltänyt viestit")]
    [InlineData("fr", "Le client a répondu STOP")]
    [InlineData("sv", "Kunden har sagt stopp")]
    public void Every_language_of_the_panel_has_its_own_advice(string language, string title)
    {
        var explanation = AdapterCatalogue.Explain(Sources.Twilio, Operations.SendSms, 400, """{"code":21610,"message":"STOP"}""");

        AdapterCatalogue.Catalogue.Describe(
            Sources.Twilio, explanation.Cause, explanation.Rule, explanation.Values, CultureInfo.GetCultureInfo(language))
            .Title.Should().Be(title);
    }

    private static ErrorFacts Parse(string body) => AdapterCatalogue.Explain(Sources.Twilio, Operations.SendSms, null, body).Facts;
}
