using System.Globalization;
using System.Reflection;
using SystemLog.AspNetCore.Orders;
using SystemLog.AspNetCore.Texts;
using SystemLog.Orders;
using SystemLog.Orders.Notices;
using SystemLog.Orders.Policies;
using SystemLog.Orders.Workflows;

namespace SystemLog.AspNetCore.Tests.Orders;

public sealed class OrderTextTests
{
    [Theory]
    [MemberData(nameof(TextTests.Languages), MemberType = typeof(TextTests))]
    public void Every_word_of_workflows_has_a_text(string language)
    {
        var texts = PanelTexts.In(CultureInfo.GetCultureInfo(language)).Orders;

        texts.Refusals.Keys.Should().BeEquivalentTo(Codes().Concat(Reasons()).Distinct());
        texts.Suppressions.Keys.Should().BeEquivalentTo(Enum.GetNames<SuppressionReason>());
        texts.PaymentHints.Keys.Should().BeEquivalentTo(Enum.GetNames<PaymentHint>());
        texts.PaymentStates.Keys.Should().BeEquivalentTo(Enum.GetNames<PaymentState>());
        texts.PaymentPolicies.Keys.Should().BeEquivalentTo(Enum.GetNames<PaymentPolicy>());
        texts.Levels.Keys.Should().BeEquivalentTo(Enum.GetNames<PolicyLevel>());
        texts.Roles.Keys.Should().BeEquivalentTo(Enum.GetNames<StatusRole>());
        texts.Rights.Keys.Should().BeEquivalentTo(OrderRights.All);
        texts.Actors.Keys.Should().BeEquivalentTo(Enum.GetNames<ActorKind>());
        texts.Channels.Keys.Should().BeEquivalentTo(Enum.GetNames<MessageChannels>());
        texts.Audiences.Keys.Should().BeEquivalentTo(Enum.GetNames<Audience>());
        texts.MessageStates.Keys.Should().BeEquivalentTo(Enum.GetNames<MessageState>());
        texts.NoticeRules.Keys.Should().BeEquivalentTo(Enum.GetNames<NoticeRule>());
        texts.Finals.Keys.Should().BeEquivalentTo(Enum.GetNames<PreviewFinality>());
        texts.Views.Keys.Should().BeEquivalentTo(Enum.GetNames<TimelineView>());
        texts.Places.Keys.Should().BeEquivalentTo(Enum.GetNames<PathPlace>());
        texts.Languages.Keys.Should().BeEquivalentTo(PanelTexts.Languages);
    }

    private static IEnumerable<string> Codes() => typeof(RefusalCodes).GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => (string)field.GetValue(null)!);

    private static IEnumerable<string> Reasons() => typeof(Guards).GetProperties(BindingFlags.Static | BindingFlags.Public)
        .Select(property => property.GetValue(null)).OfType<Guard>().Select(guard => guard.Reason);
}
