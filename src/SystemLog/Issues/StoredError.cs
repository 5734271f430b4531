using SystemLog.Catalogue;

namespace SystemLog.Issues;

/// <summary>What is stored of an issue's newest error, enough to explain it again.</summary>
/// <param name="Issue">The issue; without its days.</param>
/// <param name="Body">The newest occurrence's redacted body; null where there was none or its details are kept no longer.</param>
public sealed record StoredError(Issue Issue, string? Body)
{
    /// <summary>Returns the error as far as it is stored: redacted, cut, and without the exception itself.</summary>
    internal ProviderError ToError() => new()
    {
        Source = Issue.Source,
        Operation = Issue.Operation,
        Status = Issue.Grouping.Status,
        Body = Body ?? Issue.Description,
        OrderAmount = Issue.OrderAmount,
        ProviderAmount = Issue.ProviderAmount,
    };
}
