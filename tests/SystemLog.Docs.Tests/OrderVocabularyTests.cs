using System.Text.RegularExpressions;
using SystemLog.Orders;
using SystemLog.Orders.Notices;
using SystemLog.Orders.Policies;
using SystemLog.Orders.Workflows;
using static SystemLog.Docs.Tests.MarkdownTable;

namespace SystemLog.Docs.Tests;

public sealed partial class OrderVocabularyTests
{
    private static readonly string Orders = Repository.Read("docs/orders.md");

    [Fact]
    public void Every_result_of_a_change_is_printed()
    {
        FirstCells(Orders, "result").Should().Equal(typeof(ChangeResult).GetNestedTypes().Select(type => type.Name));
    }

    [Fact]
    public void Every_option_of_a_change_is_printed()
    {
        FirstCells(Orders, "option").Should().BeEquivalentTo(
            typeof(ChangeOptions).GetProperties().Where(property => property.CanWrite).Select(property => property.Name));
    }

    [Fact]
    public void Every_reason_why_nobody_is_told_is_printed_with_what_to_do()
    {
        var rows = Rows(Orders, "reason").ToList();

        rows.Select(cells => cells[0]).Should().Equal(Enum.GetNames<SuppressionReason>());
        rows.Should().OnlyContain(cells => cells.Length == 3 && cells[2].Length > 0);
    }

    [Fact]
    public void Every_right_is_printed()
    {
        FirstCells(Orders, "right").Should().Equal([.. OrderRights.All, OrderRights.CustomerSelf]);
    }

    [Fact]
    public void Every_policy_is_printed_with_its_default()
    {
        var builtIn = EffectivePolicy.BuiltIn;
        var defaults = Rows(Orders, "setting").ToDictionary(cells => cells[0], cells => cells[1]);

        defaults.Keys.Should().BeEquivalentTo(typeof(OrderPolicy).GetProperties().Select(property => property.Name));
        defaults["UsesApproval"].Should().Be(builtIn.UsesApproval.Value ? "yes" : "no");
        defaults["ApproverMustDiffer"].Should().Be(builtIn.ApproverMustDiffer.Value ? "yes" : "no");
        defaults["Payment"].Should().Be(builtIn.Payment.Value.ToString());
        defaults["HoldBack"].Should().Be($"{builtIn.HoldBack.Value.TotalMinutes} minutes");
        defaults["ArchiveAfter"].Should().Be($"{builtIn.ArchiveAfter.Value.TotalDays} days");
        defaults["CancelUnpaidAfter"].Should().Be(builtIn.CancelUnpaidAfter.Value == Timeout.InfiniteTimeSpan ? "never" : "");
        defaults["CancelNotice"].Should().Be($"{builtIn.CancelNotice.Value.TotalHours} hours");
        defaults["ApproverAddresses"].Should().Be(builtIn.ApproverAddresses.Value.Count == 0 ? "none" : "");
    }

    [Fact]
    public void Every_setting_of_orders_beside_the_policies_is_printed_with_its_default()
    {
        var options = new OrderOptions();
        var defaults = Rows(Orders, "setting of `OrderOptions`").ToDictionary(cells => cells[0], cells => cells[1]);

        defaults.Keys.Should().BeEquivalentTo(
            typeof(OrderOptions).GetProperties().Where(property => property.PropertyType != typeof(OrderPolicy)).Select(property => property.Name));
        options.Languages.Should().Equal("en");
        defaults["Languages"].Should().Be("English");
        defaults["CompareEvery"].Should().Be($"{options.CompareEvery.TotalHours} hour");
    }

    [Fact]
    public void What_a_page_shows_as_refused_is_a_reason_that_exists()
    {
        var known = typeof(RefusalCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!)
            .Append(Guards.LongReason.Reason);
        var printed = Rows(Orders, "input").Where(cells => cells[1].StartsWith("Refused`", StringComparison.Ordinal))
            .SelectMany(cells => ReasonCode().Matches(cells[1].Split(';')[0])).Select(match => match.Groups["code"].Value);

        printed.Should().BeSubsetOf(known).And.Contain(RefusalCodes.UnknownTrigger);
    }

    [GeneratedRegex("(, | or )`(?<code>[A-Za-z]+)`?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReasonCode();
}
