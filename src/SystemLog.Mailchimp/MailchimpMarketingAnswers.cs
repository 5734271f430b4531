using SystemLog.Catalogue;
using SystemLog.Catalogue.Answers;

namespace SystemLog.Mailchimp;

/// <summary>
/// Reads problem+json. The title is the code; where it says only "Invalid Resource", the detail and the fields tell. Reads also the members
/// of a batch that failed, and <c>{ status, code, name, error }</c> of the API before.
/// </summary>
internal sealed class MailchimpMarketingAnswers : IAnswerParser
{
    public string Source => Sources.MailchimpMarketing;

    public ErrorFacts Parse(ProviderError error)
    {
        var body = AnswerBody.Read(error.Body);
        var title = body.First("title");
        var message = body.All("error").FirstOrDefault(text => text.Contains(' '));
        return new()
        {
            Code = title ?? body.First("error_code") ?? (message is null ? null : body.First("name")),
            CorrelationId = body.First("instance"),
            Messages = [.. new[] { title, body.First("detail"), message }.OfType<string>().Select(PlainText.Of)],
            Fields =
            [
                .. body.Groups("errors")
                    .Select(group => new FieldFault(
                        body.In(group, "field") ?? "", PlainText.Of(body.In(group, "message") ?? body.In(group, "field_message") ?? "")))
                    .Where(fault => fault.Message.Length > 0),
            ],
        };
    }
}
