using SystemLog.Catalogue;
using SystemLog.Catalogue.Answers;

namespace SystemLog.Tripletex;

/// <summary>
/// Reads <c>{ code, message, validationMessages[], requestId }</c>. The codes say little: what is wrong stands in the validation messages, in
/// the company's language, sometimes as HTML.
/// </summary>
internal sealed class TripletexAnswers : IAnswerParser
{
    public string Source => Sources.Tripletex;

    public ErrorFacts Parse(ProviderError error)
    {
        var body = AnswerBody.Read(error.Body);
        return new()
        {
            Code = body.First("code"),
            CorrelationId = body.First("requestId"),
            Messages = body.First("message") is { } message ? [PlainText.Of(message)] : [],
            Fields =
            [
                .. body.Groups("validationMessages")
                    .Select(group => new FieldFault(body.In(group, "field") ?? "", PlainText.Of(body.In(group, "message") ?? "")))
                    .Where(fault => fault.Message.Length > 0),
            ],
        };
    }
}
