using DemoShop.Orders;
using DemoShop.Providers;
using ProviderSandbox;

namespace DemoShop.TradingDay;

/// <summary>Plays the script from opening to closing.</summary>
internal sealed class DayPlayer(DayClock clock, Hours hours, Sandbox sandbox, ZReportBook zReports, IServiceScopeFactory scopes)
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
            await hours.PassToAsync(step.SinceOpening, cancellationToken);
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<StepPlayer>().PlayAsync(step, cancellationToken);
            await DeliverAsync(scope.ServiceProvider.GetRequiredService<AdyenNotifications>(), cancellationToken);
        }

        await hours.PassToAsync(DayClock.Length, cancellationToken);
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
