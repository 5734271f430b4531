using SystemLog.Orders.Notices;
using SystemLog.Orders.Workflows;

namespace SystemLog.Orders;

/// <summary>What came of a wish to change an order's status.</summary>
public abstract record ChangeResult
{
    private ChangeResult()
    {
    }

    /// <summary>It was changed.</summary>
    /// <param name="State">The order now.</param>
    /// <param name="Change">The change; null where the order was only told of, and kept its status.</param>
    /// <param name="Messages">Who is told, and who is not, and why.</param>
    public sealed record Changed(OrderState State, StatusChange? Change, IReadOnlyList<OrderMessage> Messages) : ChangeResult;

    /// <summary>There was nothing to change: it is there already, the same command has changed it, or the wish waits until the order is back from its
    /// error.</summary>
    /// <param name="State">The order now.</param>
    /// <param name="Why">Which of them.</param>
    public sealed record NoChange(OrderState State, NoChangeReason Why) : ChangeResult;

    /// <summary>It is not allowed.</summary>
    /// <param name="Reasons">Every reason.</param>
    /// <param name="Allowed">What is allowed instead.</param>
    public sealed record Refused(IReadOnlyList<Refusal> Reasons, IReadOnlyList<TransitionChoice> Allowed) : ChangeResult;

    /// <summary>Somebody else has changed the order meanwhile.</summary>
    /// <param name="Current">The order now.</param>
    public sealed record Conflict(OrderState Current) : ChangeResult;
}
