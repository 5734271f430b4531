using SystemLog.Catalogue;

namespace SystemLog.Issues;

/// <summary>A row of systemlog.issue_round.</summary>
internal sealed class IssueRoundRow
{
    public const string Columns =
        """
        i.id, i.fingerprint, i.source, i.operation, i.subject_type as subjecttype, i.subject_number as subjectnumber, i.cause, i.rule,
        i.rule_values as rulevalues, i.description, i.round, i.first_at as firstat, i.last_at as lastat, i.count, i.solved_at as solvedat,
        i.solved_by_id as solvedbyid, i.solved_by_name as solvedbyname, i.solved_how as solvedhow, i.note, i.reopened_at as reopenedat
        """;

    public required string Id { get; init; }

    public required string Fingerprint { get; init; }

    public required string Source { get; init; }

    public required string Operation { get; init; }

    public required string SubjectType { get; init; }

    public required string SubjectNumber { get; init; }

    public long Cause { get; init; }

    public string? Rule { get; init; }

    public string? RuleValues { get; init; }

    public required string Description { get; init; }

    public int Round { get; init; }

    public long FirstAt { get; init; }

    public long LastAt { get; init; }

    public long Count { get; init; }

    public long SolvedAt { get; init; }

    public required string SolvedById { get; init; }

    public required string SolvedByName { get; init; }

    public long SolvedHow { get; init; }

    public string? Note { get; init; }

    public long? ReopenedAt { get; init; }

    public IssueRound ToRound() => new()
    {
        Id = Id,
        Issue = Issues.Fingerprint.Parse(Fingerprint),
        Source = Source,
        Operation = Operation,
        Subject = new(SubjectType, SubjectNumber),
        Cause = (Cause)Cause,
        Rule = Rule,
        Values = StoredValues.Read(RuleValues),
        Description = Description,
        Round = Round,
        FirstAt = UnixTime.Of(FirstAt),
        LastAt = UnixTime.Of(LastAt),
        Count = Count,
        SolvedAt = UnixTime.Of(SolvedAt),
        SolvedBy = new(SolvedById, SolvedByName),
        SolvedHow = (SolvedHow)SolvedHow,
        Note = Note,
        ReopenedAt = UnixTime.Of(ReopenedAt),
    };
}
