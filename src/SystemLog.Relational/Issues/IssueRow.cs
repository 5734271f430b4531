using SystemLog.Catalogue;

namespace SystemLog.Issues;

/// <summary>A row of systemlog.issue.</summary>
internal sealed class IssueRow
{
    public const string Columns =
        """
        i.shop_id as shopid, i.fingerprint, i.source, i.operation, i.subject_type as subjecttype, i.subject_number as subjectnumber,
        i.subject_link as subjectlink, i.code, i.status, i.exception_type as exceptiontype, i.normalized_text as normalizedtext,
        i.grouping_key as groupingkey, i.cause, i.rule, i.rule_values as rulevalues, i.retryable, i.who_must_act as whomustact, i.description,
        i.correlation_id as correlationid, i.search, i.order_amount as orderamount, i.order_currency as ordercurrency,
        i.provider_amount as provideramount, i.provider_currency as providercurrency, i.first_at as firstat, i.last_at as lastat, i.count, i.state,
        i.round, i.round_first_at as roundfirstat, i.round_count as roundcount, i.solved_at as solvedat, i.solved_by_id as solvedbyid,
        i.solved_by_name as solvedbyname, i.solved_how as solvedhow, i.assigned_to_id as assignedtoid, i.assigned_to_name as assignedtoname,
        i.muted_until as muteduntil
        """;

    public required string ShopId { get; init; }

    public required string Fingerprint { get; init; }

    public required string Source { get; init; }

    public required string Operation { get; init; }

    public required string SubjectType { get; init; }

    public required string SubjectNumber { get; init; }

    public string? SubjectLink { get; init; }

    public string? Code { get; init; }

    public int? Status { get; init; }

    public string? ExceptionType { get; init; }

    public string? NormalizedText { get; init; }

    public string? GroupingKey { get; init; }

    public long Cause { get; init; }

    public string? Rule { get; init; }

    public string? RuleValues { get; init; }

    public long Retryable { get; init; }

    public long WhoMustAct { get; init; }

    public required string Description { get; init; }

    public string? CorrelationId { get; init; }

    public required string Search { get; init; }

    public long? OrderAmount { get; init; }

    public string? OrderCurrency { get; init; }

    public long? ProviderAmount { get; init; }

    public string? ProviderCurrency { get; init; }

    public long FirstAt { get; init; }

    public long LastAt { get; init; }

    public long Count { get; init; }

    public long State { get; init; }

    public int Round { get; init; }

    public long RoundFirstAt { get; init; }

    public long RoundCount { get; init; }

    public long? SolvedAt { get; init; }

    public string? SolvedById { get; init; }

    public string? SolvedByName { get; init; }

    public long? SolvedHow { get; init; }

    public string? AssignedToId { get; init; }

    public string? AssignedToName { get; init; }

    public long? MutedUntil { get; init; }

    public Issue ToIssue(IReadOnlyList<DayCount> days) => new()
    {
        Id = Issues.Fingerprint.Parse(Fingerprint),
        Grouping = ToGrouping(),
        SubjectLink = SubjectLink,
        Cause = (Cause)Cause,
        Rule = Rule,
        Retryable = Retryable != 0,
        WhoMustAct = (WhoMustAct)WhoMustAct,
        Values = StoredValues.Read(RuleValues),
        Description = Description,
        CorrelationId = CorrelationId,
        OrderAmount = ToMoney(OrderAmount, OrderCurrency),
        ProviderAmount = ToMoney(ProviderAmount, ProviderCurrency),
        FirstAt = UnixTime.Of(FirstAt),
        LastAt = UnixTime.Of(LastAt),
        Count = Count,
        State = (IssueState)State,
        Round = Round,
        RoundFirstAt = UnixTime.Of(RoundFirstAt),
        RoundCount = RoundCount,
        SolvedAt = UnixTime.Of(SolvedAt),
        SolvedBy = ToActor(SolvedById, SolvedByName),
        SolvedHow = (SolvedHow?)SolvedHow,
        AssignedTo = ToActor(AssignedToId, AssignedToName),
        MutedUntil = UnixTime.Of(MutedUntil),
        Days = days,
    };

    private GroupingFacts ToGrouping() => new()
    {
        Shop = ShopId,
        Source = Source,
        Operation = Operation,
        Subject = new(SubjectType, SubjectNumber),
        Code = Code,
        Status = Status,
        ExceptionType = ExceptionType,
        NormalizedText = NormalizedText,
        Key = GroupingKey,
    };

    private static Money? ToMoney(long? amount, string? currency) => amount is { } minor && currency is not null ? new Money(minor, currency) : null;

    private static Actor? ToActor(string? id, string? name) => id is null ? null : new(id, name ?? id);
}
