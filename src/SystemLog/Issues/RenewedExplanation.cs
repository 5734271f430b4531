using SystemLog.Catalogue;

namespace SystemLog.Issues;

/// <summary>What an issue means by the catalogue in use.</summary>
/// <param name="Issue">The issue as it was read.</param>
/// <param name="Explanation">The explanation; null where the one it has is kept.</param>
public sealed record RenewedExplanation(Issue Issue, Explanation? Explanation)
{
    /// <summary>Explains a stored error again. Pure but for the catalogue.</summary>
    /// <remarks>
    /// Less is stored than was known: a body redacted and cut, or none any more, and of an exception only what it printed. So where no answer
    /// came, what was known stays, and without a body only a rule replaces it.
    /// </remarks>
    internal static RenewedExplanation Of(StoredError stored, ErrorCatalogue catalogue)
    {
        var error = stored.ToError();
        var facts = catalogue.Read(error);
        var explanation = catalogue.Explain(error, facts.Code is null ? facts with { Code = stored.Issue.Code } : facts);
        var grouping = stored.Issue.Grouping;
        var noAnswerCame = grouping.ExceptionType is not null && grouping.Status is null;
        var keeps = stored.Issue.Cause != Cause.Unknown
            && (noAnswerCame || explanation.Match == Match.None || (stored.Body is null && explanation.Match != Match.Rule));
        return new(stored.Issue, keeps ? null : explanation);
    }
}
