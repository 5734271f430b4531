using SystemLog.Orders.Notices;
using SystemLog.Orders.Policies;
using SystemLog.Orders.Workflows;

namespace SystemLog.Orders;

/// <summary>What a change would do, before it is made.</summary>
public sealed record OrderPreview
{
    /// <summary>Gets the trigger.</summary>
    public required string Trigger { get; init; }

    /// <summary>Gets the order as it is.</summary>
    public required OrderState State { get; init; }

    /// <summary>Gets whether it is allowed.</summary>
    public bool IsAllowed => Refusals.Count == 0;

    /// <summary>Gets every reason why not.</summary>
    public required IReadOnlyList<Refusal> Refusals { get; init; }

    /// <summary>Gets what is allowed instead; empty where it is allowed.</summary>
    public IReadOnlyList<TransitionChoice> Allowed { get; init; } = [];

    /// <summary>Gets the transition; null where the trigger leads nowhere.</summary>
    public Transition? Transition { get; init; }

    /// <summary>Gets the status it leads to; null where that is not known.</summary>
    public OrderStatus? To { get; init; }

    /// <summary>Gets who would be told, and who would not, and why.</summary>
    public IReadOnlyList<OrderMessage> Messages { get; init; } = [];

    /// <summary>Gets what is suggested for the money.</summary>
    public PaymentHint Payment { get; init; }

    /// <summary>Gets whether the suggestion is carried out by itself, and which setting decided.</summary>
    public PolicyValue<PaymentPolicy> PaymentPolicy { get; init; }

    /// <summary>Gets what should hold and does not, as reasons of guards.</summary>
    public IReadOnlyList<Refusal> Warnings { get; init; } = [];

    /// <summary>Gets what cannot be undone.</summary>
    public IReadOnlyList<PreviewFinality> Final { get; init; } = [];
}
