using SystemLog.Orders.Notices;
using SystemLog.Work;

namespace SystemLog.Orders;

/// <summary>A change to save: all of it, or nothing.</summary>
public sealed record OrderWrite
{
    /// <summary>Gets the order after the change. Of one that is there already, the status and what belongs to it are saved; the snapshot is not.</summary>
    public required OrderState State { get; init; }

    /// <summary>Gets the change; null where the order keeps its status.</summary>
    public StatusChange? Change { get; init; }

    /// <summary>Gets what was decided about messages.</summary>
    public IReadOnlyList<OrderMessage> Messages { get; init; } = [];

    /// <summary>Gets the cause of planned messages that are suppressed as <see cref="SuppressionReason.RevertedWithinHold"/>; null for none. Where one of
    /// them is not planned any more, nothing is saved.</summary>
    public string? Reverts { get; init; }

    /// <summary>Gets the work that comes of it.</summary>
    public IReadOnlyList<NewWork> Work { get; init; } = [];
}
