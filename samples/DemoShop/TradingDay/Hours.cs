using SystemLog.Work;

namespace DemoShop.TradingDay;

/// <summary>Lets the day's hours pass.</summary>
internal sealed class Hours(DayClock clock, WorkEngine work, IWorkQueries queue)
{
    /// <summary>Does what is due and then turns the clock, which may not happen while a mail is on its way.</summary>
    /// <remarks>The engine's own look at the clock comes only every half minute of real time, in which a day passes here.</remarks>
    public async Task PassToAsync(TimeSpan sinceStart, CancellationToken cancellationToken)
    {
        do
        {
            await work.RunDueAsync(cancellationToken);
        }
        while ((await queue.CountAsync(shop: null, cancellationToken)).Any(kind => kind.Running > 0));

        clock.TurnTo(sinceStart);
    }
}
