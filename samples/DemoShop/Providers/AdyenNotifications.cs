using System.Text.Json;
using DemoShop.Orders;
using ProviderSandbox.Adyen;
using SystemLog;
using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Subjects;

namespace DemoShop.Providers;

/// <summary>What Adyen tells afterwards: that a payment is authorised, and whether a capture, refund or cancellation that was "received" came to
/// anything.</summary>
internal sealed class AdyenNotifications(OrderBook book, IssueLog issues, OrderFlow flow)
{
    private static readonly Actor Provider = new("adyen", "Adyen") { Kind = ActorKind.Provider };

    public async Task ReceiveAsync(AdyenNotification notification, CancellationToken cancellationToken = default)
    {
        if (await book.FindAsync(notification.MerchantReference, cancellationToken) is not { } order)
        {
            return;
        }

        if (notification is { EventCode: "AUTHORISATION", Success: true })
        {
            // Adyen tells everything at least once: its reference is the command's id, so that twice is once.
            await flow.PaidAsync(order with { Reserved = notification.Amount }, Provider, notification.PspReference, cancellationToken);
        }
        else if (!notification.Success && OperationOf(notification.EventCode) is { } operation)
        {
            await UndoAsync(order, operation, notification, cancellationToken);
        }
    }

    private async Task UndoAsync(Order order, string operation, AdyenNotification notification, CancellationToken cancellationToken)
    {
        var undone = Undo(order, operation, notification.Amount);
        await book.SaveAsync(undone, cancellationToken);
        await flow.TellAsync(undone, cancellationToken);
        await book.NoteAsync(order.Number, $"Adyen: {notification.EventCode} failed: {notification.Reason}", isFailure: true, cancellationToken);
        issues.Report(new ErrorReport
        {
            Shop = order.Shop,
            Source = Sources.Adyen,
            Operation = operation,
            Subject = SubjectRef.Order(order.Number),
            SubjectLink = $"/orders/{order.Number}",
            Answer = new ProviderAnswer(null, BodyOf(notification), "application/json", notification.PspReference),
        });
    }

    /// <summary>The shop believed "received"; now it knows better.</summary>
    private static Order Undo(Order order, string operation, long amount) => operation switch
    {
        Operations.Capture => order with { Captured = order.Captured - amount },
        Operations.Refund => order with { Refunded = order.Refunded - amount },
        _ => order with { IsCancelled = false },
    };

    private static string? OperationOf(string eventCode) => eventCode switch
    {
        "CAPTURE" => Operations.Capture,
        "REFUND" => Operations.Refund,
        "CANCELLATION" => Operations.Cancel,
        _ => null,
    };

    private static string BodyOf(AdyenNotification notification) => JsonSerializer.Serialize(new
    {
        eventCode = notification.EventCode,
        success = "false",
        reason = notification.Reason,
        pspReference = notification.PspReference,
        originalReference = notification.OriginalReference,
        merchantReference = notification.MerchantReference,
        amount = new { value = notification.Amount, currency = notification.Currency },
    });
}
