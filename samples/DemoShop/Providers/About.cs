using DemoShop.Orders;
using SystemLog.Subjects;

namespace DemoShop.Providers;

internal sealed record About(string Shop, string Operation, SubjectRef Subject, string Link)
{
    public static About Order(Order order, string operation) => new(order.Shop, operation, SubjectRef.Order(order.Number), $"/orders/{order.Number}");

    public static About ZReport(ZReport report, string operation) =>
        new(Shops.Fjordstrikk, operation, new SubjectRef(SubjectTypes.ZReport, report.Number), "/z-reports");
}
