using SystemLog.Catalogue;

namespace SystemLog.Adapters.Tests.Mailchimp;

/// <summary>Errors in the forms in which Mailchimp, its clients and shops' plug-ins write them, in our own words.</summary>
public sealed class MailchimpMarketingErrorsTests
{
    [Theory]
    [InlineData("PHONE", "Please enter a valid phone number", Cause.CustomerDataInvalid, WhoMustAct.Customer)]
    [InlineData("ADDRESS", "Please enter a complete address", Cause.CustomerDataInvalid, WhoMustAct.Customer)]
    [InlineData("BIRTHDAY", "Please enter a month (01-12) and a day (01-31)", Cause.InvalidData, WhoMustAct.Developer)]
    [InlineData("LNAME", "Please enter a value", Cause.MissingData, WhoMustAct.Merchant)]
    [InlineData("ADDRESS", "Please enter a zip code that exists", Cause.CustomerDataInvalid, WhoMustAct.Customer)]
    [InlineData("SIZE", "Please select a valid option of the list", Cause.InvalidData, WhoMustAct.Developer)]
    [InlineData("SIZE", "That will not do", Cause.InvalidData, WhoMustAct.Merchant)]
    public void A_merge_field_is_read_by_what_is_said_of_it(string field, string message, Cause cause, WhoMustAct whoMustAct)
    {
        var body = $$"""{"title":"Invalid Resource","detail":"Your merge fields were invalid.","errors":[{"field":"{{field}}","message":"{{message}}"}]}""";

        Explain(400, body).Should().BeEquivalentTo(new { Cause = cause, Retryable = false, WhoMustAct = whoMustAct, Match = Match.Rule });
    }

    [Theory]
    [InlineData("A store with that ID already exists", Cause.DuplicateReference)]
    [InlineData("The variant named does not exist", Cause.NotFound)]
    [InlineData("A customer with that ID does not exist", Cause.NotFound)]
    [InlineData("Interest ID 1 is invalid", Cause.ConfigurationError)]
    [InlineData("An interest with ID 1 does not exist in the list", Cause.ConfigurationError)]
    [InlineData("The domain of the reply-to has not been verified yet", Cause.ConfigurationError)]
    [InlineData("The campaign of May has no recipients", Cause.InvalidState)]
    [InlineData("The domain portion of the email address is invalid", Cause.CustomerDataInvalid)]
    [InlineData("The store's list cannot be changed", Cause.InvalidState)]
    [InlineData("The campaign is not ready to send", Cause.InvalidState)]
    [InlineData("You have already sent this email to the subscriber", Cause.AlreadyProcessed)]
    [InlineData("You have reached the maximum number of merge fields", Cause.RateLimited)]
    [InlineData("That webhook URL does not respond", Cause.ConfigurationError)]
    [InlineData("A field is required: currency_code", Cause.MissingData)]
    [InlineData("Schema describes number, string found instead", Cause.InvalidData)]
    public void Bad_request_means_what_its_detail_says(string detail, Cause cause)
    {
        Explain(400, $$"""{"title":"Bad Request","status":400,"detail":"{{detail}}"}""").Should().BeEquivalentTo(new { Cause = cause, Match = Match.Rule });
    }

    [Theory]
    [InlineData("[2026-11-05 00:15:49] ERROR: Form 7 > API error: 400 Bad Request. Member In Compliance State. {\"status\":\"subscribed\"}", Cause.RecipientUnsubscribed)]
    [InlineData("server responded with status 401 @title=\"API Key Invalid\"", Cause.AuthenticationFailed)]
    [InlineData("curl: could not resolve host: .api.mailchimp.com", Cause.ConfigurationError)]
    [InlineData("""{"status":"error","code":214,"name":"List_AlreadySubscribed","error":"a@b.no is on the list"}""", Cause.AlreadyProcessed)]
    [InlineData("""{"errors":[{"email_address":"a@b.no","error":"exists","error_code":"ERROR_CONTACT_EXISTS"}]}""", Cause.DuplicateReference)]
    [InlineData("sync :: Error Code 404 :: Resource Not Found", Cause.NotFound)]
    [InlineData("The limit of 10 simultaneous connections is exceeded", Cause.RateLimited)]
    public void Log_lines_and_older_answers_are_read_too(string body, Cause cause)
    {
        Explain(null, body).Should().BeEquivalentTo(new { Cause = cause, Match = Match.Rule });
    }

    private static Explanation Explain(int? status, string body) =>
        AdapterCatalogue.Explain(Sources.MailchimpMarketing, Operations.AudienceSync, status, body);
}
