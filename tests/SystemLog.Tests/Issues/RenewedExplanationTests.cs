using SystemLog.Catalogue;
using SystemLog.Issues;

namespace SystemLog.Tests.Issues;

public sealed class RenewedExplanationTests
{
    private static readonly ErrorCatalogue s_catalogue = new([], [ErrorRuleSet.Of("Warehouse", new CustomErrorRule
    {
        Id = "warehouse.sold-out",
        Codes = ["E7"],
        Cause = Cause.InvalidState,
        WhoMustAct = WhoMustAct.Merchant,
    })]);

    [Fact]
    public void A_new_rule_gives_what_was_unknown_its_cause()
    {
        Renew(Cause.Unknown, """{"code":"E7","message":"?"}""").Should().BeEquivalentTo(new { Cause = Cause.InvalidState, Rule = "warehouse.sold-out" });
    }

    [Fact]
    public void Without_a_body_the_code_that_is_stored_still_tells()
    {
        Renew(Cause.Unknown, null, code: "E7")!.Cause.Should().Be(Cause.InvalidState);
    }

    [Theory]
    [InlineData("gibberish", null)]
    [InlineData(null, null)]
    [InlineData("System.IO.IOException: the resource was not found", "System.IO.IOException")]
    [InlineData("""System.IO.IOException: {"code":"E7"}""", "System.IO.IOException")]
    public void What_was_known_of_more_than_is_stored_stays(string? body, string? exceptionType)
    {
        Renew(Cause.Timeout, body, exceptionType: exceptionType).Should().BeNull();
    }

    [Fact]
    public void A_whole_body_that_reads_otherwise_now_is_believed()
    {
        Renew(Cause.Timeout, """{"message":"the resource was not found"}""")!.Cause.Should().Be(Cause.NotFound);
    }

    private static Explanation? Renew(Cause cause, string? body, string? code = null, string? exceptionType = null)
    {
        var issue = new Issue
        {
            Id = Fingerprint.Parse($"1-{Guid.CreateVersion7():N}"),
            Grouping = new() { Shop = "main", Source = "Warehouse", Operation = "reserve", Subject = new("order", "1"), Code = code, ExceptionType = exceptionType },
            Cause = cause,
            Retryable = false,
            WhoMustAct = WhoMustAct.Merchant,
            Description = "the words",
            FirstAt = default,
            LastAt = default,
            Count = 1,
            State = IssueState.Open,
            Round = 1,
            RoundFirstAt = default,
            RoundCount = 1,
        };
        return RenewedExplanation.Of(new(issue, body), s_catalogue).Explanation;
    }
}
