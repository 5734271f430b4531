using System.Globalization;
using SystemLog.Catalogue;

namespace SystemLog.Adapters.Tests.Mailchimp;

public sealed class MailchimpAnswersTests
{
    [Theory]
    [InlineData("Member In Compliance State", "a@b.no is in a compliance state", Cause.RecipientUnsubscribed, false)]
    [InlineData("Invalid Resource", "a@b.no looks fake or invalid, please enter a real email address.", Cause.CustomerDataInvalid, false)]
    [InlineData("Invalid Resource", "a@b.no has signed up to a lot of lists very recently; we're not allowing more signups for now", Cause.RateLimited, true)]
    [InlineData("Invalid Resource", "Something new", Cause.InvalidData, false)]
    public void Invalid_resource_means_what_its_detail_says(string title, string detail, Cause cause, bool retryable)
    {
        var explanation = AdapterCatalogue.Explain(
            Sources.MailchimpMarketing, Operations.AudienceSync, 400, $$"""{"title":"{{title}}","status":400,"detail":"{{detail}}","instance":"i-1"}""");

        explanation.Should().BeEquivalentTo(new { Cause = cause, Retryable = retryable, Match = Match.Rule });
        explanation.Facts.CorrelationId.Should().Be("i-1");
    }

    [Fact]
    public void The_advice_names_the_field_the_audience_requires()
    {
        var explanation = AdapterCatalogue.Explain(Sources.MailchimpMarketing, Operations.AudienceSync, 400, """
            {"title":"Invalid Resource","detail":"Your merge fields were invalid.","errors":[{"field":"LNAME","message":"Please enter a value"}]}
            """);

        AdapterCatalogue.Catalogue.Describe(
            Sources.MailchimpMarketing, explanation.Cause, explanation.Rule, explanation.Values, CultureInfo.InvariantCulture)
            .Text.Should().StartWith("Make the field LNAME optional");
    }

    [Theory]
    [InlineData(500, """{"status":"error","code":-1,"name":"Invalid_Key","message":"Invalid API key"}""", Cause.AuthenticationFailed)]
    [InlineData(200, """[{"email":"a@b.no","status":"rejected","_id":"abc","reject_reason":"unsigned"}]""", Cause.ConfigurationError)]
    [InlineData(200, """[{"email":"a@b.no","status":"rejected","_id":"abc","reject_reason":"hard-bounce"}]""", Cause.RecipientRejected)]
    public void Transactional_answers_tell_by_name_or_reject_reason_whatever_the_status(int status, string body, Cause cause)
    {
        var explanation = AdapterCatalogue.Explain(Sources.MailchimpTransactional, Operations.SendMail, status, body);

        explanation.Cause.Should().Be(cause);
        explanation.Retryable.Should().BeFalse();
    }
}
