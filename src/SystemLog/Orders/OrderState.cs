namespace SystemLog.Orders;

/// <summary>Where an order is. It changes together with a <see cref="StatusChange"/> only, apart from what the host and the staff tell of it.</summary>
public sealed record OrderState
{
    /// <summary>Gets which order it is.</summary>
    public required OrderRef Order { get; init; }

    /// <summary>Gets the name of its workflow.</summary>
    public required string Workflow { get; init; }

    /// <summary>Gets the code of its status.</summary>
    public required string Status { get; init; }

    /// <summary>Gets since when it has its status.</summary>
    public required DateTimeOffset StatusSince { get; init; }

    /// <summary>Gets how often its status has changed, which is the number of its last change.</summary>
    public required long Version { get; init; }

    /// <summary>Gets the order as the host last told of it.</summary>
    public required OrderSnapshot Snapshot { get; init; }

    /// <summary>Gets when the host last told of it.</summary>
    public required DateTimeOffset SnapshotAt { get; init; }

    /// <summary>Gets the status before the error, while it is in one.</summary>
    public string? StatusBeforeError { get; init; }

    /// <summary>Gets whether it was approved.</summary>
    public bool IsApproved { get; init; }

    /// <summary>Gets whether who placed it may approve orders.</summary>
    public bool WasPlacedByApprover { get; init; }

    /// <summary>Gets whether a change of its status is mailed to the customer, as far as the order itself decides. The default is true.</summary>
    public bool SendsMessages { get; init; } = true;

    /// <summary>Gets who took the goods, once they have left.</summary>
    public HandOver? HandedOver { get; init; }
}
