using System.Net;
using SystemLog.Catalogue;
using SystemLog.Catalogue.Answers;

namespace SystemLog.Mailchimp;

/// <summary>
/// Reads <c>{ status, code, name, message }</c>, whose name is the code that tells, the reject reason of a message that was taken with status
/// 200, and the bounce of a webhook, as JSON or in its form.
/// </summary>
internal sealed class MailchimpTransactionalAnswers : IAnswerParser
{
    private const string WebhookField = "mandrill_events=";

    public string Source => Sources.MailchimpTransactional;

    public ErrorFacts Parse(ProviderError error)
    {
        var isWebhook = error.Body is not null && error.Body.StartsWith(WebhookField, StringComparison.Ordinal);
        var body = AnswerBody.Read(isWebhook ? Decoded(error.Body!) : error.Body);
        return new()
        {
            Code = CodeOf(body),
            CorrelationId = body.First("_id"),
            Messages =
            [
                .. new[] { body.First("message"), body.First("diag") }.OfType<string>().Where(text => text.Contains(' ')).Select(PlainText.Of),
            ],

            // Encoded, the event's name would be read as the server's words.
            CoverBody = isWebhook,
        };
    }

    // What is particular goes first: a bounce also has an event and a state, and a rejected message a status.
    private static string? CodeOf(AnswerBody body)
    {
        if (body.First("status") == "error" && body.First("name") is { } name)
        {
            return name;
        }

        return body.FirstOf("reject_reason", "RejectReason", "RejectionReason", "bounce_description", "reason", "queued_reason", "name", "event", "state")
            ?? (body.First("status") is "invalid" or "rejected" ? body.First("status") : null);
    }

    private static string Decoded(string form) => WebUtility.UrlDecode(form[WebhookField.Length..Math.Min(form.Length, AnswerBody.ReadLimit)]);
}
