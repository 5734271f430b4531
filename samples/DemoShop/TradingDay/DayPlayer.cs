using DemoShop.Orders;
using DemoShop.Providers;
using ProviderSandbox;
using SystemLog.Work;

namespace DemoShop.TradingDay;

/// <summary>Plays the script from opening to closing.</summary>
internal sealed class DayPlayer(DayClock clock, Sandbox sandbox, ZReportBook zReports, WorkEngine work, IServiceScopeFactory scopes)
{
    private int _notified;

    public async Task PlayAsync(CancellationToken cancellationToken = default)
    {
        sandbox.MailchimpAudience.Unsubscribe(DayScript.Unsubscribed.Email);
        foreach (var report in DayScript.ZReports(clock.Start))
        {
            await zReports.SaveAsync(report, cancellationToken);
        }

        foreach (var step in DayScript.Steps.OrderBy(step => step.SinceOpening))
        {
            clock.TurnTo(step.SinceOpening);
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<StepPlayer>().PlayAsync(step, cancellationToken);
            await DeliverAsync(scope.ServiceProvider.GetRequiredService<AdyenNotifications>(), cancellationToken);

            // Hours pass between two steps, and the engine's own look at the clock comes only every half minute of real time.
            await work.RunDueAsync(cancellationToken);
        }

        clock.TurnTo(DayClock.Length);
    }

    /// <summary>Brings the notifications that Adyen would have sent by now.</summary>
    private async Task DeliverAsync(AdyenNotifications notifications, CancellationToken cancellationToken)
    {
        foreach (var notification in sandbox.AdyenPayments.Notifications.Skip(_notified))
        {
            await notifications.ReceiveAsync(notification, cancellationToken);
            _notified++;
        }
    }
}
