using SystemLog.Messages;
using SystemLog.Orders.Workflows;

namespace SystemLog.Orders.Notices;

/// <summary>Decides who is told of a change, and why the others are not. Pure.</summary>
internal static class NoticePlan
{
    private static readonly MessageChannels[] s_channels = [MessageChannels.Email, MessageChannels.Sms];

    /// <summary>Returns a message for everybody the transition may tell, planned or suppressed.</summary>
    public static IReadOnlyList<OrderMessage> Of(NoticeFacts facts)
    {
        var messages = new List<OrderMessage>();
        foreach (var (audience, own) in facts.Transition.Notices)
        {
            if (own != NoticeRule.Never)
            {
                messages.AddRange(audience == Audience.Customer ? ToCustomer(facts) : [ToApprovers(facts)]);
            }
        }

        if (facts.IsReentry && messages.Count == 0)
        {
            messages.AddRange(Channels(facts).Select(channel => Message(facts, Audience.Customer, channel, SuppressionReason.ReentryAfterError)));
        }

        return messages;
    }

    private static IEnumerable<OrderMessage> ToCustomer(NoticeFacts facts) =>
        Channels(facts).Select(channel => Message(facts, Audience.Customer, channel, WhyNot(facts, channel)));

    private static OrderMessage ToApprovers(NoticeFacts facts)
    {
        SuppressionReason? why = facts.Change.Policy.NoticeOf(facts.Transition, Audience.Approvers).Value is NoticeRule.Off ? SuppressionReason.RuleOff
            : facts.Change.Policy.ApproverAddresses.Value.Count == 0 ? SuppressionReason.NoAddress
            : !facts.Available.HasFlag(MessageChannels.Email) ? SuppressionReason.ChannelNotConfigured
            : null;
        return Message(facts, Audience.Approvers, MessageChannels.Email, why);
    }

    // The order of the questions is the order in which somebody would look for the reason.
    private static SuppressionReason? WhyNot(NoticeFacts facts, MessageChannels channel)
    {
        var rule = facts.Change.Policy.NoticeOf(facts.Transition, Audience.Customer).Value;
        var customer = facts.Change.Order.Customer;
        if (facts.Reverts)
        {
            return SuppressionReason.RevertedWithinHold;
        }

        if (rule != NoticeRule.Mandatory)
        {
            if (facts.Notify == false)
            {
                return SuppressionReason.OperatorOptedOut;
            }

            if (rule == NoticeRule.Off && facts.Notify != true)
            {
                return SuppressionReason.RuleOff;
            }

            if (!facts.SendsMessages && facts.Notify != true)
            {
                return SuppressionReason.OrderSwitchOff;
            }

            if (!(channel == MessageChannels.Email ? customer.AcceptsEmail : customer.AcceptsSms))
            {
                return SuppressionReason.CustomerOptedOut;
            }
        }

        return WhyNotReached(facts, channel);
    }

    private static SuppressionReason? WhyNotReached(NoticeFacts facts, MessageChannels channel)
    {
        var address = AddressOf(facts, Audience.Customer, channel);
        if (string.IsNullOrWhiteSpace(address))
        {
            return SuppressionReason.NoAddress;
        }

        if (channel == MessageChannels.Email && !Mailbox.TryCreate(address, out _))
        {
            return SuppressionReason.InvalidAddress;
        }

        return facts.Available.HasFlag(channel) ? null : SuppressionReason.ChannelNotConfigured;
    }

    private static OrderMessage Message(NoticeFacts facts, Audience audience, MessageChannels channel, SuppressionReason? why) => new()
    {
        Cause = facts.Cause,
        Audience = audience,
        Channel = channel,
        State = why is null ? MessageState.Planned : MessageState.Suppressed,
        Suppressed = why,
        Recipient = AddressOf(facts, audience, channel),
        Language = NoticeTexts.LanguageOf(facts.Change.Order.Customer.Language),
        At = facts.Change.Now,
    };

    private static string? AddressOf(NoticeFacts facts, Audience audience, MessageChannels channel) => (audience, channel) switch
    {
        (Audience.Approvers, _) => facts.Change.Policy.ApproverAddresses.Value is { Count: > 0 } addresses ? string.Join(", ", addresses) : null,
        (_, MessageChannels.Email) => facts.Change.Order.Customer.Email,
        _ => facts.Change.Order.Customer.Phone,
    };

    // Nobody wished for a channel: the decision about e-mail is the one to keep.
    private static IEnumerable<MessageChannels> Channels(NoticeFacts facts)
    {
        var wanted = s_channels.Where(channel => facts.Channels.HasFlag(channel)).ToList();
        return wanted.Count == 0 ? [MessageChannels.Email] : wanted;
    }
}
