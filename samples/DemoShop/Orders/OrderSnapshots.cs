using SystemLog;
using SystemLog.Orders;
using SystemLog.Orders.Workflows;
using SystemLog.Subjects;

namespace DemoShop.Orders;

/// <summary>What SystemLog is told of an order: enough to decide about its status and its mails.</summary>
internal static class OrderSnapshots
{
    /// <summary>The class of orders in which something is made for the customer.</summary>
    public const string MadeToOrder = "made-to-order";

    public static OrderSnapshot Of(Order order) => new()
    {
        Shop = order.Shop,
        Subject = SubjectRef.Order(order.Number),
        PlacedAt = order.PlacedAt,
        Total = new Money(order.Total, "NOK"),
        OrderClass = order.NeedsProduction ? MadeToOrder : null,
        PlacedBy = new Actor(order.Customer.Email, order.Customer.Name) { Kind = ActorKind.Customer },

        // Who buys for themselves needs nobody's word. Who buys for a company waits for somebody with the right to approve.
        PlacedByApprover = !order.Customer.IsCompany,
        Customer = new() { Id = order.Customer.Email, Name = order.Customer.Name, Email = order.Customer.Email, Language = "nb" },
        Payment = new(StateOf(order))
        {
            AuthorizedMinor = order.IsCancelled ? 0 : order.Reserved - order.Captured,
            CapturedMinor = order.Captured,
            RefundedMinor = order.Refunded,
        },
        NeedsProduction = order.NeedsProduction,
        ExpectsInvoice = order.Customer.IsCompany,
        InvoiceNumber = order.TripletexId?.ToString(),
        SourceApp = "Fjordstrikk",
        AdminUrl = $"/orders/{order.Number}",
    };

    private static PaymentState StateOf(Order order) => order switch
    {
        { IsCancelled: true } => PaymentState.Cancelled,
        { Refunded: > 0 } => order.Refunded < order.Captured ? PaymentState.PartiallyRefunded : PaymentState.Refunded,
        { Captured: > 0 } => order.Captured < order.Reserved ? PaymentState.PartiallyCaptured : PaymentState.Captured,
        { Reserved: > 0 } => PaymentState.Authorized,
        _ => PaymentState.Pending,
    };
}
