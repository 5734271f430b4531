namespace DemoShop.Orders;

/// <summary>An order as the shop keeps it. Amounts are in øre.</summary>
public sealed record Order
{
    public required string Number { get; init; }

    public required string Shop { get; init; }

    public required DateTimeOffset PlacedAt { get; init; }

    public required Customer Customer { get; init; }

    public required PaymentMethod Payment { get; init; }

    /// <summary>Gets the payment provider's id of the payment.</summary>
    public required string PaymentReference { get; init; }

    /// <summary>Gets the total as it is now; staff may change it after the customer paid.</summary>
    public required long Total { get; init; }

    /// <summary>Gets what the customer agreed to, and the payment provider reserved.</summary>
    public required long Reserved { get; init; }

    public long Captured { get; init; }

    public long Refunded { get; init; }

    public bool IsCancelled { get; init; }

    /// <summary>Gets the order's id in Tripletex; null until it is transferred.</summary>
    public long? TripletexId { get; init; }

    public IReadOnlyList<OrderLine> Lines { get; init; } = [];

    public string Status => this switch
    {
        { IsCancelled: true } => "Cancelled",
        { Captured: > 0 } when Refunded >= Captured => "Refunded",
        { Captured: > 0 } => "Sent",
        _ => "To be sent",
    };
}
