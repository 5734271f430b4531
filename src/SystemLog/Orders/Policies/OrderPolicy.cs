using SystemLog.Orders.Workflows;

namespace SystemLog.Orders.Policies;

/// <summary>How orders are treated. What is null is left to the level below; <see cref="EffectivePolicy"/> says what stands where nothing is set.</summary>
public sealed class OrderPolicy
{
    /// <summary>Gets or sets whether orders wait for approval that were placed by people who may not approve.</summary>
    public bool? UsesApproval { get; set; }

    /// <summary>Gets or sets whether an order has to be approved by somebody else than who placed it.</summary>
    public bool? ApproverMustDiffer { get; set; }

    /// <summary>Gets or sets what a change of status does to the money.</summary>
    public PaymentPolicy? Payment { get; set; }

    /// <summary>Gets or sets how long a message waits, so that a change back takes it away. At most 1 hour.</summary>
    public TimeSpan? HoldBack { get; set; }

    /// <summary>Gets or sets how long an order keeps its status before it may be archived.</summary>
    public TimeSpan? ArchiveAfter { get; set; }

    /// <summary>Gets or sets after how long the system may cancel an order that is not paid.</summary>
    public TimeSpan? CancelUnpaidAfter { get; set; }

    /// <summary>Gets or sets how long before a booking begins the customer may still call it off.</summary>
    public TimeSpan? CancelNotice { get; set; }

    /// <summary>Gets or sets the addresses that learn of orders to approve.</summary>
    public IReadOnlyList<string>? ApproverAddresses { get; set; }

    /// <summary>Gets which transitions tell whom, by the transition's id and the audience. It wins over the workflow's own rule, unless that is
    /// <see cref="NoticeRule.Never"/> or <see cref="NoticeRule.Mandatory"/>.</summary>
    public IDictionary<(string Transition, Audience Audience), bool> Notices { get; } = new Dictionary<(string, Audience), bool>();
}
