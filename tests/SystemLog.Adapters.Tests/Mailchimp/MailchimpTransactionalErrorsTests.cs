using SystemLog.Catalogue;

namespace SystemLog.Adapters.Tests.Mailchimp;

/// <summary>Named errors, reject reasons, bounces and clients' exceptions of Mailchimp Transactional, in our own words.</summary>
public sealed class MailchimpTransactionalErrorsTests
{
    [Theory]
    [InlineData("PaymentRequired", "Add money", Cause.PermissionDenied, false)]
    [InlineData("Unknown_Subaccount", "No such subaccount", Cause.ConfigurationError, false)]
    [InlineData("Unknown_Template", "No such template", Cause.NotFound, false)]
    [InlineData("Invalid_Template", "The name already exists", Cause.DuplicateReference, false)]
    [InlineData("Unknown_Message", "No such message", Cause.NotFound, false)]
    [InlineData("Unknown_TrackingDomain", "No such domain", Cause.NotFound, false)]
    [InlineData("Invalid_CustomDNS", "No such record", Cause.ConfigurationError, false)]
    [InlineData("Invalid_DeleteDefaultPool", "It is the default", Cause.InvalidState, false)]
    [InlineData("ServiceUnavailable", "Down", Cause.ProviderUnavailable, true)]
    [InlineData("GeneralError", "Oops", Cause.ProviderInternalError, true)]
    [InlineData("ValidationError", "You must specify a message value", Cause.MissingData, false)]
    [InlineData("ValidationError", "from_email: An email address must contain a single @", Cause.ConfigurationError, false)]
    [InlineData("ValidationError", "to: An email address must contain a single @", Cause.CustomerDataInvalid, false)]
    [InlineData("ValidationError", "to: Please enter an array", Cause.InvalidData, false)]
    public void A_named_error_is_read_by_its_name_and_then_its_words(string name, string message, Cause cause, bool retryable)
    {
        Explain(500, $$"""{"status":"error","code":-1,"name":"{{name}}","message":"{{message}}"}""")
            .Should().BeEquivalentTo(new { Cause = cause, Retryable = retryable, Match = Match.Rule });
    }

    [Theory]
    [InlineData("bad_mailbox", "smtp;550 5.1.1 gone", Cause.RecipientRejected, false)]
    [InlineData("invalid_domain", "", Cause.CustomerDataInvalid, false)]
    [InlineData("mailbox_full", "", Cause.MailboxFull, true)]
    [InlineData("general", "smtp;452 4.2.2 The mailbox is over quota", Cause.MailboxFull, true)]
    [InlineData("general", "smtp;550 5.7.26 Fails the DMARC policy", Cause.SpamOrPolicyBlock, false)]
    [InlineData("general", "smtp;451 4.7.1 Greylisted for now", Cause.SpamOrPolicyBlock, true)]
    [InlineData("general", "smtp;550 No", Cause.RecipientRejected, false)]
    public void A_bounce_is_read_by_its_description_and_then_by_the_servers_words(string description, string diag, Cause cause, bool retryable)
    {
        var body = $$"""[{"event":"hard_bounce","msg":{"state":"bounced","bounce_description":"{{description}}","diag":"{{diag}}" } }]""";

        Explain(null, body).Should().BeEquivalentTo(new { Cause = cause, Retryable = retryable, Match = Match.Rule });
        Explain(null, "mandrill_events=" + Uri.EscapeDataString(body)).Should().BeEquivalentTo(new { Cause = cause, Retryable = retryable });
    }

    [Theory]
    [InlineData("""[{"email":"a@b.no","status":"queued","queued_reason":"monthly-limit-reached"}]""", Cause.RateLimited)]
    [InlineData("""[{"email":"a@b.no","status":"queued","queued_reason":"attachments"}]""", Cause.InvalidState)]
    [InlineData("""[{"email":"a@b.no","status":"invalid","reject_reason":null}]""", Cause.CustomerDataInvalid)]
    [InlineData("""{"event":"spam","msg":{"email":"a@b.no"}}""", Cause.RecipientUnsubscribed)]
    [InlineData("Mandrill_Unknown_Subaccount - No subaccount exists with the id 'x'", Cause.ConfigurationError)]
    [InlineData("Mandrill_Invalid_Key: key is wrong", Cause.AuthenticationFailed)]
    [InlineData("535 Incorrect authentication data", Cause.AuthenticationFailed)]
    [InlineData("Status: rejected, RejectionReason: invalid-sender", Cause.ConfigurationError)]
    [InlineData("The webhook's signature is incorrect", Cause.SignatureInvalid)]
    [InlineData("Not sent to a@b.no, it is a soft-bounce", Cause.RecipientRejected)]
    [InlineData("""{"email":"a@b.no","reason":"soft-bounce","detail":"smtp;550 5.1.1 gone"}""", Cause.RecipientRejected)]
    [InlineData("Rejected: test-mode-limit", Cause.ConfigurationError)]
    [InlineData("Caught Mandrill_Unknown_Webhook", Cause.NotFound)]
    public void Results_events_and_exceptions_are_read_too(string body, Cause cause)
    {
        Explain(null, body).Should().BeEquivalentTo(new { Cause = cause, Match = Match.Rule });
    }

    private static Explanation Explain(int? status, string body) =>
        AdapterCatalogue.Explain(Sources.MailchimpTransactional, Operations.SendMail, status, body);
}
