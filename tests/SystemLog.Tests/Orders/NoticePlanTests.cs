using SystemLog.Orders;
using SystemLog.Orders.Notices;
using SystemLog.Orders.Policies;
using SystemLog.Orders.Workflows;
using SystemLog.Subjects;

namespace SystemLog.Tests.Orders;

public sealed class NoticePlanTests
{
    private static readonly OrderCustomer s_customer = new() { Email = "kari@customer.example", Phone = "+4790000000", Language = "nb" };

    private static readonly Transition s_on = Telling(NoticeRule.On);
    private static readonly Transition s_off = Telling(NoticeRule.Off);
    private static readonly Transition s_mandatory = Telling(NoticeRule.Mandatory);

    [Fact]
    public void Somebody_who_can_be_told_is_told_in_the_customers_language()
    {
        NoticePlan.Of(Facts(s_on)).Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Audience = Audience.Customer, Channel = MessageChannels.Email, State = MessageState.Planned, Suppressed = (SuppressionReason?)null,
            Recipient = "kari@customer.example", Language = "nb",
        });
    }

    [Fact]
    public void Every_reason_not_to_tell_is_given()
    {
        var quiet = s_customer with { AcceptsEmail = false };
        NoticeFacts[] asked =
        [
            Facts(s_off),
            Facts(s_on) with { SendsMessages = false },
            Facts(s_on) with { Notify = false },
            Facts(s_on, quiet),
            Facts(s_on, s_customer with { Email = " " }),
            Facts(s_on, s_customer with { Email = "kari at home" }),
            Facts(Telling(NoticeRule.Never)) with { IsReentry = true },
            Facts(s_on) with { Reverts = true },
            Facts(s_on) with { Available = MessageChannels.None },
        ];

        asked.Select(WhyNot).Should().Equal(
            SuppressionReason.RuleOff, SuppressionReason.OrderSwitchOff, SuppressionReason.OperatorOptedOut, SuppressionReason.CustomerOptedOut,
            SuppressionReason.NoAddress, SuppressionReason.InvalidAddress, SuppressionReason.ReentryAfterError, SuppressionReason.RevertedWithinHold,
            SuppressionReason.ChannelNotConfigured);
    }

    [Fact]
    public void What_is_mandatory_cannot_be_switched_off_by_anybody()
    {
        var facts = Facts(s_mandatory, s_customer with { AcceptsEmail = false }) with { SendsMessages = false, Notify = false };

        WhyNot(facts).Should().BeNull();
    }

    [Fact]
    public void Whoever_makes_the_change_may_tell_where_the_rule_and_the_switch_are_off()
    {
        WhyNot(Facts(s_off) with { SendsMessages = false, Notify = true }).Should().BeNull();
    }

    [Fact]
    public void What_never_tells_leaves_no_word()
    {
        NoticePlan.Of(Facts(Telling(NoticeRule.Never)) with { Notify = true }).Should().BeEmpty();
    }

    [Fact]
    public void Every_channel_that_is_wished_for_is_decided_by_itself()
    {
        var plan = NoticePlan.Of(Facts(s_on) with { Channels = MessageChannels.Email | MessageChannels.Sms });

        plan.Select(message => (message.Channel, message.Recipient, message.Suppressed)).Should().Equal(
            (MessageChannels.Email, "kari@customer.example", null),
            (MessageChannels.Sms, "+4790000000", SuppressionReason.ChannelNotConfigured));
    }

    [Fact]
    public void Approvers_are_told_where_somebody_has_said_who_they_are()
    {
        var transition = new Transition
        {
            Id = "T1", Trigger = "Place", From = [], To = [], Mode = TransitionMode.Automatic,
            Notices = new Dictionary<Audience, NoticeRule> { [Audience.Approvers] = NoticeRule.On },
        };
        var named = new OrderPolicy { ApproverAddresses = ["anna@shop.example", "per@shop.example"] };

        NoticePlan.Of(Facts(transition))[0].Suppressed.Should().Be(SuppressionReason.NoAddress);
        NoticePlan.Of(Facts(transition, policy: named))[0].Should().BeEquivalentTo(
            new { State = MessageState.Planned, Recipient = "anna@shop.example, per@shop.example" });
    }

    [Theory]
    [InlineData("nn-NO", "nb")]
    [InlineData("da_DK", "da")]
    [InlineData("de", "en")]
    [InlineData(null, "en")]
    public void A_language_without_texts_is_English(string? wanted, string written)
    {
        NoticePlan.Of(Facts(s_on, s_customer with { Language = wanted }))[0].Language.Should().Be(written);
    }

    [Fact]
    public void The_narrowest_setting_decides_about_a_rule_and_says_so()
    {
        var all = new OrderPolicy { Notices = { [("T1", Audience.Customer)] = false } };
        var ofClass = new OrderPolicy { Notices = { [("T1", Audience.Customer)] = true } };
        var policy = new EffectivePolicy([(all, PolicyLevel.AllShops), (ofClass, PolicyLevel.OrderClass)]);

        policy.NoticeOf(s_on, Audience.Customer).Should().Be(new PolicyValue<NoticeRule>(NoticeRule.On, PolicyLevel.OrderClass));
        policy.NoticeOf(s_mandatory, Audience.Customer).Should().Be(new PolicyValue<NoticeRule>(NoticeRule.Mandatory, PolicyLevel.BuiltIn));
        policy.NoticeOf(s_on with { Id = "T2" }, Audience.Customer).DecidedBy.Should().Be(PolicyLevel.BuiltIn);
    }

    private static SuppressionReason? WhyNot(NoticeFacts facts) => NoticePlan.Of(facts).Should().ContainSingle().Which.Suppressed;

    private static Transition Telling(NoticeRule rule) => new()
    {
        Id = "T1", Trigger = "Go", From = ["A"], To = [], Mode = TransitionMode.Either,
        Notices = new Dictionary<Audience, NoticeRule> { [Audience.Customer] = rule },
    };

    private static NoticeFacts Facts(Transition transition, OrderCustomer? customer = null, OrderPolicy? policy = null) => new()
    {
        Transition = transition,
        Cause = "1",
        Available = MessageChannels.Email,
        Change = new()
        {
            Actor = Actor.System,
            Now = DateTimeOffset.UnixEpoch,
            Policy = new(policy is null ? [] : [(policy, PolicyLevel.AllShops)]),
            Order = new() { Shop = "main", Subject = SubjectRef.Order("1001"), PlacedAt = DateTimeOffset.UnixEpoch, Customer = customer ?? s_customer },
        },
    };
}
