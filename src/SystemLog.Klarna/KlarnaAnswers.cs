using SystemLog.Catalogue;
using SystemLog.Catalogue.Answers;

namespace SystemLog.Klarna;

/// <summary>Reads <c>{ error_code, error_messages[], correlation_id }</c> and the newer <c>{ error_code, error_message, error_id }</c>.</summary>
internal sealed class KlarnaAnswers : IAnswerParser
{
    public string Source => Sources.Klarna;

    public ErrorFacts Parse(ProviderError error)
    {
        var body = AnswerBody.Read(error.Body);
        return new()
        {
            Code = body.FirstOf("error_code", "internal_message"),
            CorrelationId = body.FirstOf("correlation_id", "error_id"),
            Messages =
            [
                .. body.All("error_messages").Concat(body.All("error_message")).Where(message => message.Contains(' ')).Select(PlainText.Of),
            ],
        };
    }
}
