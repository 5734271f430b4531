using SystemLog.Catalogue;

namespace SystemLog.Issues;

/// <summary>What an issue means by the catalogue in use.</summary>
/// <param name="Issue">The issue as it was read.</param>
/// <param name="Explanation">The explanation; null where the one it has is kept.</param>
public sealed record RenewedExplanation(Issue Issue, Explanation? Explanation)
{
    /// <summary>Explains a stored error again. Pure but for the catalogue.</summary>
    /// <remarks>
    /// Less is stored than was known: no exception, a body redacted and cut, or none any more. So a reading that is less sure than a rule
    /// replaces nothing that was known of such an error.
    /// </remarks>
    internal static RenewedExplanation Of(StoredError stored, ErrorCatalogue catalogue)
    {
        var error = stored.ToError();
        var facts = catalogue.Read(error);
        var explanation = catalogue.Explain(error, facts.Code is null ? facts with { Code = stored.Issue.Code } : facts);
        var lessIsStored = stored.Body is null || stored.Issue.Grouping.ExceptionType is not null;
        var keeps = stored.Issue.Cause != Cause.Unknown
            && (explanation.Match == Match.None || (lessIsStored && explanation.Match != Match.Rule));
        return new(stored.Issue, keeps ? null : explanation);
    }
}
