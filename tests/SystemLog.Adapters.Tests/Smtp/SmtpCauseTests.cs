using SystemLog.Catalogue;

namespace SystemLog.Adapters.Tests.Smtp;

public sealed class SmtpCauseTests
{
    [Theory]
    [InlineData("550 5.1.1 There is no such mailbox here", Cause.RecipientRejected)]
    [InlineData("550 5.2.1 The account was disabled last year", Cause.RecipientRejected)]
    [InlineData("551 kari has moved", Cause.RecipientRejected)]
    [InlineData("550 5.4.1 Recipient address rejected: Access denied", Cause.RecipientRejected)]
    [InlineData("550 5.7.133 Only members may write; sender not in allowed senders", Cause.RecipientRejected)]
    [InlineData("550 Mottakeren finnes ikke", Cause.RecipientRejected)]
    [InlineData("550 Benutzer nicht bekannt", Cause.RecipientRejected)]
    [InlineData("550 Destinataire inconnu", Cause.RecipientRejected)]
    [InlineData("550 Mottagaren finns inte", Cause.RecipientRejected)]
    [InlineData("550 Modtageren findes ikke", Cause.RecipientRejected)]
    [InlineData("550 Vastaanottajaa ei ole", Cause.RecipientRejected)]
    [InlineData("550 宛先のユーザが見つかりません", Cause.RecipientRejected)]
    [InlineData("Host or domain name not found. Name service error for name=custmer.example type=A: Host not found", Cause.CustomerDataInvalid)]
    [InlineData("The domain says it takes no mail: null MX", Cause.CustomerDataInvalid)]
    [InlineData("501 5.1.3 Bad address syntax", Cause.CustomerDataInvalid)]
    [InlineData("552 5.2.2 She is over quota", Cause.MailboxFull)]
    [InlineData("550 5.1.1 postkassen er full", Cause.MailboxFull)]
    [InlineData("554 5.7.1 Listed at zen.spamhaus.org", Cause.SpamOrPolicyBlock)]
    [InlineData("550 5.1.1 Fails SPF and the domain's DMARC policy", Cause.SpamOrPolicyBlock)]
    [InlineData("550 5.7.25 No PTR record for your address", Cause.SpamOrPolicyBlock)]
    [InlineData("552 5.7.0 Executable attachments are not welcome", Cause.SpamOrPolicyBlock)]
    [InlineData("554 We take this for spam", Cause.SpamOrPolicyBlock)]
    [InlineData("550 5.7.1 no", Cause.SpamOrPolicyBlock)]
    [InlineData("550 5.1.1 Your host sent too many messages this hour", Cause.RateLimited)]
    [InlineData("450 4.2.1 He is receiving mail at a rate we do not allow", Cause.RateLimited)]
    [InlineData("535 5.7.8 Wrong password", Cause.AuthenticationFailed)]
    [InlineData("550 5.7.57 Client not authenticated", Cause.AuthenticationFailed)]
    [InlineData("554 5.7.1 Relay access denied", Cause.ConfigurationError)]
    [InlineData("553 5.7.1 Sender address not owned by the user: rejected", Cause.ConfigurationError)]
    [InlineData("450 4.1.8 Sender address rejected: Domain not found", Cause.ConfigurationError)]
    [InlineData("530 5.7.0 Must issue STARTTLS first; TLS required", Cause.ConfigurationError)]
    [InlineData("554 Sending paused for this account", Cause.PermissionDenied)]
    [InlineData("426 connection timed out", Cause.Timeout)]
    [InlineData("550 4.4.7 Message expired", Cause.Timeout)]
    [InlineData("connect to mx.customer.example[192.0.2.9]:25: Connection refused", Cause.ConnectionFailed)]
    [InlineData("stream_socket_client(): unable to connect to smtp.shop.example:587", Cause.ConnectionFailed)]
    [InlineData("421 4.3.2 Service not available", Cause.ProviderUnavailable)]
    [InlineData("554 5.4.6 Hop count exceeded", Cause.ProviderInternalError)]
    [InlineData("452 4.3.1 Insufficient system storage", Cause.ProviderInternalError)]
    [InlineData("552 5.3.4 The message is too large", Cause.InvalidData)]
    [InlineData("503 5.5.1 Bad sequence of commands", Cause.InvalidData)]
    [InlineData("550 5.7.1 Not RFC 5322 compliant, so it was blocked", Cause.InvalidData)]
    [InlineData("No recipients defined", Cause.MissingData)]
    [InlineData("550 failed", Cause.Unknown)]
    [InlineData("554 5.0.0 Transaction failed", Cause.Unknown)]
    public void Words_say_more_than_codes_and_codes_more_than_nothing(string body, Cause cause)
    {
        var explanation = Explain(body);

        explanation.Cause.Should().Be(cause);
        explanation.Match.Should().Be(Match.Rule);
    }

    [Theory]
    [InlineData("451 4.7.1 Greylisting, come back later", WhoMustAct.Nobody)]
    [InlineData("450 4.7.25 Client host rejected: cannot find your hostname", WhoMustAct.Merchant)]
    [InlineData("421 4.7.0 Too many connections", WhoMustAct.Merchant)]
    [InlineData("552 5.2.2 Mailbox full", WhoMustAct.Customer)]
    [InlineData("451 4.3.0 Local problem", WhoMustAct.Provider)]
    [InlineData("451 odd", WhoMustAct.Provider)]
    public void What_passes_by_itself_may_be_sent_again(string body, WhoMustAct who)
    {
        var explanation = Explain(body);

        explanation.Retryable.Should().BeTrue();
        explanation.WhoMustAct.Should().Be(who);
    }

    [Theory]
    [InlineData("550 5.1.1 User unknown", WhoMustAct.Customer)]
    [InlineData("550 5.7.25 No PTR record", WhoMustAct.Developer)]
    [InlineData("535 5.7.8 Wrong password", WhoMustAct.Merchant)]
    [InlineData("550 5.7.57 Client not authenticated", WhoMustAct.Developer)]
    [InlineData("554 5.7.1 Blocked using dnsbl", WhoMustAct.Merchant)]
    [InlineData("550 odd", WhoMustAct.Merchant)]
    public void What_does_not_pass_by_itself_may_not(string body, WhoMustAct who)
    {
        var explanation = Explain(body);

        explanation.Retryable.Should().BeFalse();
        explanation.WhoMustAct.Should().Be(who);
    }

    [Fact]
    public void Words_in_an_address_mean_nothing()
    {
        Explain("550 mailbox-full@spam.example: user unknown").Cause.Should().Be(Cause.RecipientRejected);
    }

    private static Explanation Explain(string body) =>
        AdapterCatalogue.Explain(Sources.Smtp, Operations.SendMail, int.TryParse(body.AsSpan(0, 3), out var code) ? code : null, body);
}
