using SystemLog.Orders.Workflows;

namespace SystemLog.Orders.Policies;

/// <summary>How one order is treated, and which setting decided.</summary>
public sealed class EffectivePolicy
{
    private readonly (OrderPolicy Policy, PolicyLevel Level)[] _layers;

    internal EffectivePolicy(IEnumerable<(OrderPolicy Policy, PolicyLevel Level)> layers)
    {
        _layers = [.. layers.Reverse()];
        UsesApproval = First(policy => policy.UsesApproval, false);
        ApproverMustDiffer = First(policy => policy.ApproverMustDiffer, false);
        Payment = First(policy => policy.Payment, PaymentPolicy.Suggest);
        HoldBack = First(policy => policy.HoldBack, TimeSpan.Zero);
        ArchiveAfter = First(policy => policy.ArchiveAfter, TimeSpan.FromDays(90));
        CancelUnpaidAfter = First(policy => policy.CancelUnpaidAfter, Timeout.InfiniteTimeSpan);
        CancelNotice = First(policy => policy.CancelNotice, TimeSpan.Zero);
        var addresses = _layers.FirstOrDefault(layer => layer.Policy.ApproverAddresses is not null);
        ApproverAddresses = addresses.Policy is null ? new([], PolicyLevel.BuiltIn) : new(addresses.Policy.ApproverAddresses!, addresses.Level);
    }

    /// <summary>Gets how an order is treated where the host has set nothing.</summary>
    public static EffectivePolicy BuiltIn { get; } = new([]);

    /// <summary>Gets whether orders wait for approval. The default is false.</summary>
    public PolicyValue<bool> UsesApproval { get; }

    /// <summary>Gets whether who placed an order may not approve it. The default is false.</summary>
    public PolicyValue<bool> ApproverMustDiffer { get; }

    /// <summary>Gets what a change of status does to the money. The default is <see cref="PaymentPolicy.Suggest"/>.</summary>
    public PolicyValue<PaymentPolicy> Payment { get; }

    /// <summary>Gets how long a message waits. The default is no time.</summary>
    public PolicyValue<TimeSpan> HoldBack { get; }

    /// <summary>Gets how long an order keeps its status before it may be archived. The default is 90 days.</summary>
    public PolicyValue<TimeSpan> ArchiveAfter { get; }

    /// <summary>Gets after how long the system may cancel an order that is not paid. The default is never, <see cref="Timeout.InfiniteTimeSpan"/>.</summary>
    public PolicyValue<TimeSpan> CancelUnpaidAfter { get; }

    /// <summary>Gets how long before a booking begins the customer may still call it off. The default is until it begins.</summary>
    public PolicyValue<TimeSpan> CancelNotice { get; }

    /// <summary>Gets the addresses that learn of orders to approve. The default is none.</summary>
    public PolicyValue<IReadOnlyList<string>> ApproverAddresses { get; }

    /// <summary>Returns whether a transition tells an audience, and which level decided.</summary>
    public PolicyValue<NoticeRule> NoticeOf(Transition transition, Audience audience)
    {
        ArgumentNullException.ThrowIfNull(transition);
        var own = transition.Notices.GetValueOrDefault(audience, NoticeRule.Never);
        if (own is NoticeRule.Off or NoticeRule.On)
        {
            foreach (var (policy, level) in _layers)
            {
                if (policy.Notices.TryGetValue((transition.Id, audience), out var isOn))
                {
                    return new(isOn ? NoticeRule.On : NoticeRule.Off, level);
                }
            }
        }

        return new(own, PolicyLevel.BuiltIn);
    }

    private PolicyValue<T> First<T>(Func<OrderPolicy, T?> read, T builtIn)
        where T : struct
    {
        foreach (var (policy, level) in _layers)
        {
            if (read(policy) is { } value)
            {
                return new(value, level);
            }
        }

        return new(builtIn, PolicyLevel.BuiltIn);
    }
}
