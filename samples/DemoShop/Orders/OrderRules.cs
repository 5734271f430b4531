using SystemLog.Orders;
using SystemLog.Orders.Policies;

namespace DemoShop.Orders;

/// <summary>How the house treats orders.</summary>
internal static class OrderRules
{
    public static void Set(OrderOptions orders)
    {
        orders.Languages.Add("nb");

        // Companies order on the word of an employee: somebody in the house looks at that first. The outlet sells to anybody.
        orders.InShop(Shops.Fjordstrikk).UsesApproval = true;
        orders.InShop(Shops.Fjordstrikk).ApproverAddresses = ["ingrid@fjordstrikk.example.no"];

        // What is made for a customer is paid when work begins: at the door there is nothing to suggest.
        orders.OfClass(Shops.Fjordstrikk, OrderSnapshots.MadeToOrder).Payment = PaymentPolicy.Manual;
    }
}
