using SystemLog.Catalogue;
using SystemLog.Catalogue.Answers;

namespace SystemLog.Mailchimp;

/// <summary>
/// Reads <c>{ status, code, name, message }</c>, whose name is the code that tells, the reject reason of a message that was taken with status
/// 200, and the bounce of a webhook.
/// </summary>
internal sealed class MailchimpTransactionalAnswers : IAnswerParser
{
    public string Source => Sources.MailchimpTransactional;

    public ErrorFacts Parse(ProviderError error)
    {
        var body = AnswerBody.Read(error.Body);
        return new()
        {
            Code = body.FirstOf("reject_reason", "bounce_description", "name", "queued_reason"),
            CorrelationId = body.First("_id"),
            Messages =
            [
                .. new[] { body.First("message"), body.First("diag") }.OfType<string>().Where(text => text.Contains(' ')).Select(PlainText.Of),
            ],
        };
    }
}
