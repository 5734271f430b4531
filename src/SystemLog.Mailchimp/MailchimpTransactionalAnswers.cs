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
        var body = AnswerBody.Read(Decoded(error.Body));
        return new()
        {
            Code = CodeOf(body),
            CorrelationId = body.First("_id"),
            Messages =
            [
                .. new[] { body.First("message"), body.First("diag") }.OfType<string>().Where(text => text.Contains(' ')).Select(PlainText.Of),
            ],
        };
    }

    // What is particular goes first: a bounce also has an event and a state, and a rejected message a status.
    private static string? CodeOf(AnswerBody body)
    {
        if (body.First("status") == "error" && body.First("name") is { } name)
        {
            return name;
        }

        return body.FirstOf("reject_reason", "bounce_description", "reason", "queued_reason", "name", "event", "state")
            ?? (body.First("status") is "invalid" or "rejected" ? body.First("status") : null);
    }

    private static string? Decoded(string? body) =>
        body is not null && body.StartsWith(WebhookField, StringComparison.Ordinal)
            ? WebUtility.UrlDecode(body[WebhookField.Length..Math.Min(body.Length, AnswerBody.ReadLimit)])
            : body;
}
