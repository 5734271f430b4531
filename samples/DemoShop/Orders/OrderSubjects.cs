using SystemLog;
using SystemLog.Subjects;

namespace DemoShop.Orders;

/// <summary>Tells the control panel about this shop's orders and z-reports.</summary>
internal sealed class OrderSubjects(OrderBook book, ZReportBook zReports) : ISubjectSource
{
    public async Task<IReadOnlyDictionary<SubjectRef, SubjectFacts>> FindAsync(
        string shop, IReadOnlyCollection<SubjectRef> subjects, CancellationToken cancellationToken = default)
    {
        var found = new Dictionary<SubjectRef, SubjectFacts>();
        var orders = await book.FindManyAsync(subjects.Where(subject => subject.Type == SubjectTypes.Order).Select(subject => subject.Number), cancellationToken);
        foreach (var order in orders.Where(order => order.Shop == shop))
        {
            found[SubjectRef.Order(order.Number)] = FactsOf(order);
        }

        if (subjects.Any(subject => subject.Type == SubjectTypes.ZReport))
        {
            foreach (var report in await zReports.ListAsync(cancellationToken))
            {
                found[new SubjectRef(SubjectTypes.ZReport, report.Number)] = FactsOf(report);
            }
        }

        return found;
    }

    private static SubjectFacts FactsOf(Order order) => new()
    {
        PlacedAt = order.PlacedAt,
        Total = new Money(order.Total, "NOK"),
        Customer = order.Customer.Name,
        Email = order.Customer.Email,
        Language = "nb",
        Status = order.Status,
        PaymentMethod = order.Payment.ToString(),
        AdminUrl = $"/orders/{order.Number}",
        More =
        [
            new("Captured", Kroner.Of(order.Captured)),
            new("Refunded", Kroner.Of(order.Refunded)),
            new("Tripletex", order.TripletexId?.ToString() ?? "not transferred"),
        ],
    };

    private static SubjectFacts FactsOf(ZReport report) => new()
    {
        Total = new Money(report.Total, "NOK"),
        Status = report.TripletexId is null ? "Not transferred" : "Transferred",
        AdminUrl = "/z-reports",
        More = [new("Day", report.Day), new("Cash", Kroner.Of(report.Cash)), new("Card", Kroner.Of(report.Card))],
    };
}
