using SystemLog.Catalogue;
using SystemLog.Subjects;

namespace SystemLog.Issues;

/// <summary>Reads reports: parses the provider's answer and makes the fingerprint. Pure but for the catalogue.</summary>
internal sealed class ReportReader(ErrorCatalogue catalogue)
{
    private const int MaxCodeLength = 200;
    private const int MaxWordsLength = 2_000;

    /// <summary>Reads a report of a shop.</summary>
    public ReadReport Read(string shop, in ErrorReport report)
    {
        var answer = report.Answer.GetValueOrDefault();
        var error = new ProviderError
        {
            Source = report.Source,
            Operation = report.Operation,
            Status = answer.Status,
            ContentType = answer.ContentType,
            Body = answer.Body ?? report.Text,
            CorrelationId = answer.CorrelationId,
            Exception = report.Exception,
            OrderAmount = report.OrderAmount,
            ProviderAmount = report.ProviderAmount,
        };
        var facts = catalogue.Read(error);
        var words = Words(report, facts);
        var grouping = new GroupingFacts
        {
            Shop = shop,
            Source = StorableText.Of(Aliases.Source(report.Source)),
            Operation = StorableText.Of(Aliases.Operation(report.Operation)),
            Subject = new SubjectRef(StorableText.Of(report.Subject.Type), StorableText.Of(report.Subject.Number)),
            Code = Bounded(facts.Code),
            Status = answer.Status,
            ExceptionType = Bounded(report.Exception?.GetType().FullName),
            NormalizedText = NormalizedText.Of(words),
            Key = Bounded(report.GroupingKey),
        };
        return new(FingerprintAlgorithm.Of(grouping), grouping, error, facts, words);
    }

    /// <summary>
    /// The best words there are: the host's, the provider's as its parser read them, the body as it came, the exception's. A body from which
    /// the parser read a code but no words has none.
    /// </summary>
    private static string Words(in ErrorReport report, ErrorFacts facts)
    {
        var words = report.Text;
        words = string.IsNullOrWhiteSpace(words) ? facts.Text : words;
        words = string.IsNullOrWhiteSpace(words) && facts.Code is null ? report.Answer?.Body : words;
        words = string.IsNullOrWhiteSpace(words) ? MessageOf(report.Exception) : words;
        return StorableText.Cut(words ?? "", MaxWordsLength);
    }

    // The getter may be the host's own code, and throw.
    private static string? MessageOf(Exception? exception)
    {
        try
        {
            return exception?.Message;
        }
        catch (Exception)
        {
            return exception?.GetType().FullName;
        }
    }

    private static string? Bounded(string? text) => text is null ? null : StorableText.Cut(StorableText.Of(text), MaxCodeLength);
}
