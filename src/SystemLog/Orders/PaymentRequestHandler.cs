using System.Text.Json;
using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Orders.Workflows;
using SystemLog.Work;

namespace SystemLog.Orders;

/// <summary>Has the host carry out what a change of status asks for the money. A failure opens an issue; the status stays as it is.</summary>
internal sealed class PaymentRequestHandler(IEnumerable<IPaymentRequests> requests, IssueLog issues) : IWorkHandler
{
    /// <summary>The kind of work. Stored: never change it.</summary>
    public const string Name = "payment-request";

    /// <summary>The source of issues about operations that the host carries out.</summary>
    public const string Source = "Payment";

    public WorkKind Kind { get; } = new(Name);

    /// <summary>Returns the work that asks for what a change suggests.</summary>
    public static NewWork WorkOf(OrderState state, StatusChange change) => OrderWork.After(state.Order, change, Name) with
    {
        Payload = JsonSerializer.Serialize(new(change.PaymentHint), OrderWorkJson.Default.PaymentOrder),
    };

    public async Task<WorkOutcome> HandleAsync(WorkContext work, CancellationToken cancellationToken)
    {
        if (requests.FirstOrDefault() is not { } payments)
        {
            return new WorkOutcome.Parked("Nothing carries out payment operations any more: AddPaymentRequests<T>() is missing.");
        }

        var operation = JsonSerializer.Deserialize(work.Item.Payload, OrderWorkJson.Default.PaymentOrder)!.Operation;
        var order = new OrderRef(work.Item.Shop, work.Item.Subject!.Value);
        var name = operation == PaymentHint.Capture ? Operations.Capture : Operations.Cancel;
        try
        {
            await payments.RequestAsync(order, operation, $"{work.Item.Shop}/{work.Item.Key}", cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            issues.Report(new() { Shop = order.Shop, Source = Source, Operation = name, Subject = order.Subject, Exception = exception });
            throw;
        }

        issues.ReportSuccess(Source, name, order.Subject, shop: order.Shop);
        return new WorkOutcome.Done();
    }
}
