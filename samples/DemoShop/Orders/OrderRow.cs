namespace DemoShop.Orders;

/// <summary>An order as its row in the database.</summary>
internal sealed class OrderRow
{
    public string Number { get; init; } = "";
    public string Shop { get; init; } = "";
    public long PlacedAt { get; init; }
    public string Customer { get; init; } = "";
    public string Email { get; init; } = "";
    public string? OrganizationNumber { get; init; }
    public long Payment { get; init; }
    public string PaymentReference { get; init; } = "";
    public long Total { get; init; }
    public long Reserved { get; init; }
    public long Captured { get; init; }
    public long Refunded { get; init; }
    public long IsCancelled { get; init; }
    public long? TripletexId { get; init; }
    public string Status { get; init; } = "";

    public static OrderRow Of(Order order) => new()
    {
        Number = order.Number,
        Shop = order.Shop,
        PlacedAt = order.PlacedAt.ToUnixTimeMilliseconds(),
        Customer = order.Customer.Name,
        Email = order.Customer.Email,
        OrganizationNumber = order.Customer.OrganizationNumber,
        Payment = (long)order.Payment,
        PaymentReference = order.PaymentReference,
        Total = order.Total,
        Reserved = order.Reserved,
        Captured = order.Captured,
        Refunded = order.Refunded,
        IsCancelled = order.IsCancelled ? 1 : 0,
        TripletexId = order.TripletexId,
        Status = order.Status,
    };

    public Order ToOrder(IReadOnlyList<OrderLine> lines) => new()
    {
        Number = Number,
        Shop = Shop,
        PlacedAt = DateTimeOffset.FromUnixTimeMilliseconds(PlacedAt),
        Customer = new Customer(Customer, Email, OrganizationNumber),
        Payment = (PaymentMethod)Payment,
        PaymentReference = PaymentReference,
        Total = Total,
        Reserved = Reserved,
        Captured = Captured,
        Refunded = Refunded,
        IsCancelled = IsCancelled != 0,
        TripletexId = TripletexId,
        Status = Status,
        Lines = lines,
    };
}
