using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Subjects;

namespace SystemLog.Tests.Issues;

public sealed class IssueFilterTests
{
    private static readonly Issue s_issue = new()
    {
        Id = Fingerprint.Parse("1-72b5fe4e4f5c09e49d87b316df8fc884"),
        Grouping = new() { Shop = "main", Source = "Klarna", Operation = "capture", Subject = SubjectRef.Order("1042"), Code = "NOT_ALLOWED" },
        Cause = Cause.InsufficientAmount,
        Retryable = false,
        WhoMustAct = WhoMustAct.Merchant,
        Description = "Beløpet er for HØYT",
        FirstAt = Any.Noon,
        LastAt = Any.Noon,
        Count = 1,
        State = IssueState.Open,
        Round = 1,
        RoundFirstAt = Any.Noon,
        RoundCount = 1,
        AssignedTo = new("kari", "Kari"),
        MutedUntil = Any.Noon.AddDays(1),
    };

    public static TheoryData<IssueFilter, bool> Filters => new()
    {
        { new(), false },
        { new() { IncludeMuted = true }, true },
        { new() { IncludeMuted = true, State = IssueState.Solved }, false },
        { new() { IncludeMuted = true, State = null }, true },
        { new() { IncludeMuted = true, Source = "klarna" }, false },
        { new() { IncludeMuted = true, Operation = "capture", Cause = Cause.InsufficientAmount, Family = CauseFamily.Amount }, true },
        { new() { IncludeMuted = true, Family = CauseFamily.Data }, false },
        { new() { IncludeMuted = true, Code = "" }, false },
        { new() { IncludeMuted = true, SubjectNumber = "1042", SubjectType = "order" }, true },
        { new() { IncludeMuted = true, SubjectNumber = "104" }, false },
        { new() { IncludeMuted = true, Text = " for høyt " }, true },
        { new() { IncludeMuted = true, Text = "not_allowed" }, true },
        { new() { IncludeMuted = true, Text = "%" }, false },
        { new() { IncludeMuted = true, From = Any.Noon, Before = Any.Noon.AddTicks(1) }, true },
        { new() { IncludeMuted = true, Before = Any.Noon }, false },
        { new() { IncludeMuted = true, AssignedTo = "ola" }, false },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void A_filter_means_what_it_says(IssueFilter filter, bool expected) => filter.Matches(s_issue, Any.Noon).Should().Be(expected);

    [Fact]
    public void A_muted_issue_comes_back_when_its_time_is_over() => new IssueFilter().Matches(s_issue, Any.Noon.AddDays(1)).Should().BeTrue();
}
