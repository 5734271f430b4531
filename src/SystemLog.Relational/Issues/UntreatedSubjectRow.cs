using SystemLog.Catalogue;

namespace SystemLog.Issues;

/// <summary>An untreated subject with the issue for which it has waited longest.</summary>
internal sealed class UntreatedSubjectRow
{
    public required string SubjectType { get; init; }

    public required string SubjectNumber { get; init; }

    public long Since { get; init; }

    public required string Fingerprint { get; init; }

    public required string Source { get; init; }

    public required string Operation { get; init; }

    public long Cause { get; init; }

    public string? Rule { get; init; }

    public string? RuleValues { get; init; }

    public UntreatedSubject ToSubject() => new()
    {
        Subject = new(SubjectType, SubjectNumber),
        Since = UnixTime.Of(Since),
        Issue = Issues.Fingerprint.Parse(Fingerprint),
        Source = Source,
        Operation = Operation,
        Cause = (Cause)Cause,
        Rule = Rule,
        Values = StoredValues.Read(RuleValues),
    };
}
