using SystemLog.Catalogue;

namespace SystemLog.Issues;

/// <summary>One cause of untreated subjects, and how many causes there are.</summary>
internal sealed class CauseSummaryRow
{
    public required string Source { get; init; }

    public required string Operation { get; init; }

    public long Cause { get; init; }

    public required string Rule { get; init; }

    public string? RuleValues { get; init; }

    public long Subjects { get; init; }

    public long Since { get; init; }

    public long InAll { get; init; }

    public CauseSummary ToCause() => new()
    {
        Source = Source,
        Operation = Operation,
        Cause = (Cause)Cause,
        Rule = Rule.Length == 0 ? null : Rule,
        Values = StoredValues.Read(RuleValues),
        Subjects = (int)Subjects,
        Since = UnixTime.Of(Since),
    };
}
