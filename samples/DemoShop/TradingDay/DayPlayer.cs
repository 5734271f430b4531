using DemoShop.Orders;
using DemoShop.Providers;
using ProviderSandbox;
using SystemLog.Work;

namespace DemoShop.TradingDay;

/// <summary>Plays the script from opening to closing.</summary>
internal sealed class DayPlayer(DayClock clock, Sandbox sandbox, ZReportBook zReports, WorkEngine work, IWorkQueries queue, IServiceScopeFactory scopes)
{
    private int _notified;

    public async Task PlayAsync(CancellationToken cancellationToken = default)
    {
        sandbox.MailchimpAudience.Unsubscribe(DayScript.Unsubscribed.Email);
        sandbox.TripletexCompany.RegisterForEhf(DayScript.Interior.OrganizationNumber!);
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

            await CatchUpAsync(cancellationToken);
        }

        clock.TurnTo(DayClock.Length);
    }

    // Hours pass between two steps, and the engine's own look at the clock comes only every half minute of real time. What its background service has
    // begun is waited for too: the clock does not turn while a mail is on its way.
    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        do
        {
            await work.RunDueAsync(cancellationToken);
        }
        while ((await queue.CountAsync(shop: null, cancellationToken)).Any(kind => kind.Running > 0));
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
