using SystemLog.Catalogue;

namespace SystemLog.Issues;

/// <summary>Open issues grouped by cause.</summary>
internal sealed class CauseRow
{
    public required string Source { get; init; }

    public required string Operation { get; init; }

    public long Cause { get; init; }

    public required string Code { get; init; }

    public long Subjects { get; init; }

    public long Issues { get; init; }

    public long Count { get; init; }

    public long FirstAt { get; init; }

    public long LastAt { get; init; }

    public string? Rule { get; init; }

    public string? RuleValues { get; init; }

    public required string Description { get; init; }

    public CauseGroup ToGroup() => new()
    {
        Key = new(Source, Operation, (Cause)Cause, Code.Length == 0 ? null : Code),
        Rule = Rule,
        Values = StoredValues.Read(RuleValues),
        Description = Description,
        Subjects = (int)Subjects,
        Issues = (int)Issues,
        Count = Count,
        FirstAt = UnixTime.Of(FirstAt),
        LastAt = UnixTime.Of(LastAt),
    };
}
