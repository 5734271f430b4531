using SystemLog.Catalogue;
using SystemLog.Catalogue.Answers;

namespace SystemLog.Mailchimp;

/// <summary>Reads problem+json. The title is the code; where it says only "Invalid Resource", the detail and the fields tell.</summary>
internal sealed class MailchimpMarketingAnswers : IAnswerParser
{
    public string Source => Sources.MailchimpMarketing;

    public ErrorFacts Parse(ProviderError error)
    {
        var body = AnswerBody.Read(error.Body);
        var title = body.First("title");
        return new()
        {
            Code = title ?? body.First("error_code"),
            CorrelationId = body.First("instance"),
            Messages = [.. new[] { title, body.First("detail"), body.First("error") }.OfType<string>().Select(PlainText.Of)],
            Fields =
            [
                .. body.Groups("errors")
                    .Select(group => new FieldFault(body.In(group, "field") ?? "", PlainText.Of(body.In(group, "message") ?? "")))
                    .Where(fault => fault.Message.Length > 0),
            ],
        };
    }
}
