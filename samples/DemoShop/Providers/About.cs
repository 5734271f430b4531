using DemoShop.Orders;
using SystemLog;
using SystemLog.Catalogue;
using SystemLog.Http;
using SystemLog.Subjects;

namespace DemoShop.Providers;

/// <summary>What a request to a provider is about, so that a failure becomes an issue of the right order.</summary>
internal static class About
{
    public static ReportedCall Order(Order order, string operation)
    {
        var call = new ReportedCall
        {
            Operation = operation,
            Subject = SubjectRef.Order(order.Number),
            Shop = order.Shop,
            Link = $"/orders/{order.Number}",
        };

        // An order that was edited after the customer paid: whoever reads of the failure sees both amounts.
        return operation == Operations.Capture && order.Total != order.Reserved
            ? call with { OrderAmount = new Money(order.Total, "NOK"), ProviderAmount = new Money(order.Reserved, "NOK") }
            : call;
    }

    public static ReportedCall ZReport(ZReport report, string operation) => new()
    {
        Operation = operation,
        Subject = new SubjectRef(SubjectTypes.ZReport, report.Number),
        Shop = Shops.Fjordstrikk,
        Link = "/z-reports",
    };
}
