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

    /// <summary>Gets what the customer agreed to, and the payment provider reserved; nothing until the provider of a card payment has said so.</summary>
    public required long Reserved { get; init; }

    public long Captured { get; init; }

    public long Refunded { get; init; }

    public bool IsCancelled { get; init; }

    /// <summary>Gets the order's id in Tripletex; null until it is transferred.</summary>
    public long? TripletexId { get; init; }

    public IReadOnlyList<OrderLine> Lines { get; init; } = [];

    /// <summary>Gets its status as the shop has always spelled it; empty until it has one.</summary>
    public string Status { get; init; } = "";

    /// <summary>Gets whether something is sewn on before it can be sent: the pewter clasps of a cardigan.</summary>
    public bool NeedsProduction => Lines.Any(line => line.Product == Product.Lusekofte.Name);
}
