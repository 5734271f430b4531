using System.Globalization;
using System.Text.Json;

namespace DemoShop.Tests.TradingDay;

public sealed class TradingDayTests(PlayedDay played) : IClassFixture<PlayedDay>
{
    private static readonly string[] Fields =
        ["source", "operation", "cause", "subject", "description", "count", "firstOccurrence", "lastOccurrence", "state"];

    [Theory]
    [InlineData("Vipps", "capture", "Timeout", "order 1036", 2, "open")]
    [InlineData("Vipps", "capture", "Timeout", "order 1034", 3, "solved")]
    [InlineData("Vipps", "capture", "InsufficientAmount", "order 1043", 1, "open")]
    [InlineData("Vipps", "capture", "AmountMismatch", "order 1035", 1, "open")]
    [InlineData("Vipps", "cancel", "InvalidState", "order 1041", 2, "open")]
    [InlineData("Klarna", "capture", "AuthorizationExpired", "order 1018", 2, "open")]
    [InlineData("Klarna", "capture", "InsufficientAmount", "order 1040", 2, "open")]
    [InlineData("Klarna", "capture", "AmountMismatch", "order 1039", 1, "open")]
    [InlineData("Klarna", "capture", "ProviderUnavailable", "order 1052", 2, "open")]
    [InlineData("Klarna", "capture", "ProviderUnavailable", "order 1049", 2, "solved")]
    [InlineData("Klarna", "cancel", "InvalidState", "order 1037", 1, "open")]
    [InlineData("Klarna", "refund", "InsufficientAmount", "order 1042", 1, "open")]
    [InlineData("Adyen", "capture", "ProviderUnavailable", "order 1046", 1, "solved")]
    [InlineData("Adyen", "refund", "InsufficientAmount", "order 1044", 1, "open")]
    [InlineData("Tripletex", "orderTransfer", "VatOrAccountSetup", "order 1045", 2, "open")]
    [InlineData("Tripletex", "orderTransfer", "DuplicateReference", "order 1033", 1, "open")]
    [InlineData("Tripletex", "orderTransfer", "Timeout", "order 1033", 1, "open")]
    [InlineData("Tripletex", "customerSync", "CustomerDataInvalid", "order 1054", 1, "open")]
    [InlineData("Tripletex", "orderTransfer", "CustomerDataInvalid", "order 1048", 1, "open")]
    [InlineData("Tripletex", "orderTransfer", "ProviderInternalError", "order 1056", 1, "solved")]
    [InlineData("Tripletex", "zReportTransfer", "VatOrAccountSetup", "zReport 117", 2, "open")]
    [InlineData("MailchimpMarketing", "audienceSync", "RecipientUnsubscribed", "order 1055", 2, "open")]
    [InlineData("MailchimpMarketing", "audienceSync", "CustomerDataInvalid", "order 1057", 1, "open")]
    [InlineData("MailchimpMarketing", "audienceSync", "RateLimited", "order 1060", 1, "solved")]
    [InlineData("Workflow", "compareStatus", "StatusDrift", "order 1032", 3, "open")]
    public void The_day_leaves_the_trouble_it_promises(string source, string operation, string cause, string subject, int count, string state)
    {
        var told = played.Issues.Select(issue => string.Join(
            ' ', Text(issue, "source"), Text(issue, "operation"), Text(issue, "cause"), Text(issue, "subject"), issue.GetProperty("count"), Text(issue, "state")));

        told.Should().ContainSingle(issue => issue == $"{source} {operation} {cause} {subject} {count} {state}");
    }

    [Fact]
    public void It_ends_well_and_prints_the_overview_as_a_table()
    {
        var lines = played.Printed.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        played.ExitCode.Should().Be(0);
        lines[0].Should().MatchRegex("^Source +Operation +Cause +Order +Times +Last$");
        lines[1..^1].Should().HaveCount(played.Issues.Count(issue => Text(issue, "state") == "open"));
        lines[^1].Should().StartWith($"{played.Day.GetProperty("untreated")} untreated");
    }

    [Fact]
    public void Two_days_are_the_same_to_the_letter()
    {
        played.JsonAgain.Should().Be(played.Json);
    }

    [Fact]
    public void The_file_counts_the_orders_and_what_the_badge_counts()
    {
        var untreated = played.Issues.Where(issue => Text(issue, "state") == "open").Select(issue => Text(issue, "subject")).Distinct().Count();

        played.Day.GetProperty("orders").GetInt32().Should().BeInRange(40, 60);
        played.Day.GetProperty("untreated").GetInt32().Should().Be(untreated);
    }

    [Fact]
    public void Every_issue_has_all_its_fields_and_times_in_utc()
    {
        foreach (var issue in played.Issues)
        {
            issue.EnumerateObject().Select(member => member.Name).Should().Equal(Fields);
            Text(issue, "description").Should().NotBeNullOrWhiteSpace();
            Time(issue, "firstOccurrence").Should().BeOnOrBefore(Time(issue, "lastOccurrence"));
        }
    }

    [Fact]
    public void The_newest_trouble_stands_first()
    {
        played.Issues.Select(issue => Time(issue, "lastOccurrence")).Should().BeInDescendingOrder();
    }

    [Fact]
    public async Task A_file_that_is_not_named_is_refused()
    {
        var (exitCode, _, errors) = await DemoProcess.RunAsync("--once", "--json");

        exitCode.Should().Be(2);
        errors.Trim().Should().Be("--json needs the name of a file.");
    }

    private static string Text(JsonElement issue, string field) => issue.GetProperty(field).GetString()!;

    private static DateTimeOffset Time(JsonElement issue, string field)
    {
        Text(issue, field).Should().EndWith("Z");
        return DateTimeOffset.Parse(Text(issue, field), CultureInfo.InvariantCulture);
    }
}
