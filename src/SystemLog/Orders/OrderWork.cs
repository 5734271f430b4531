using System.Globalization;
using SystemLog.Work;

namespace SystemLog.Orders;

/// <summary>Makes the work that follows a change of status.</summary>
internal static class OrderWork
{
    /// <summary>Returns the work of a kind that follows a change: once for each change, and for one order in the order of the changes.</summary>
    public static NewWork After(OrderRef order, StatusChange change, string kind) => new()
    {
        Shop = order.Shop,
        Kind = kind,
        Key = string.Create(CultureInfo.InvariantCulture, $"{order.Subject.Type}/{order.Subject.Number}/{change.Sequence}"),
        Subject = order.Subject,
        DueAt = change.At,
        OrderKey = OrderKeyOf(kind, order),
    };

    /// <summary>Returns the key of a kind's items that run one after the other for an order.</summary>
    public static string OrderKeyOf(string kind, OrderRef order) => $"{kind}/{order.Subject.Type}/{order.Subject.Number}";
}
