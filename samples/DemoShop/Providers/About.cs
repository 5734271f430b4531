using DemoShop.Orders;
using SystemLog.Http;
using SystemLog.Subjects;

namespace DemoShop.Providers;

/// <summary>What a request to a provider is about, so that a failure becomes an issue of the right order.</summary>
internal static class About
{
    public static ReportedCall Order(Order order, string operation) => new()
    {
        Operation = operation,
        Subject = SubjectRef.Order(order.Number),
        Shop = order.Shop,
        Link = $"/orders/{order.Number}",
    };

    public static ReportedCall ZReport(ZReport report, string operation) => new()
    {
        Operation = operation,
        Subject = new SubjectRef(SubjectTypes.ZReport, report.Number),
        Shop = Shops.Fjordstrikk,
        Link = "/z-reports",
    };
}
