using System.Globalization;
using SystemLog.Torture.Ledgers;
using SystemLog.Work;

namespace SystemLog.Torture.Nodes;

/// <summary>A mail for every date of the virtual calendar.</summary>
internal sealed class RecurringMail(VirtualCalendar calendar, NodeOptions options, (Start Start, LedgerFile Ledger) driver) : IRecurringWork
{
    private int _timesAskedForTheLast;

    public Task<IReadOnlyList<NewWork>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        if (driver.Start.CalendarBegan is not { } begun)
        {
            return Task.FromResult<IReadOnlyList<NewWork>>([]);
        }

        var time = options.Fault == Fault.LocalClock ? DateTimeOffset.FromUnixTimeMilliseconds(LedgerFile.Clock()) + options.Skew : now;
        var dates = calendar.DueAt(begun, time);

        // Asked again, the engine has queued what it was given before.
        if (dates.Contains(calendar.Dates.Last()) && ++_timesAskedForTheLast == 2)
        {
            driver.Ledger.Write(Verb.Asked);
        }

        return Task.FromResult<IReadOnlyList<NewWork>>([.. dates.Select(date => MailOf(date, now))]);
    }

    private NewWork MailOf(DateOnly date, DateTimeOffset now)
    {
        var day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new()
        {
            Shop = "main",
            Kind = EffectHandler.Mail,
            Key = options.Fault == Fault.KeyPerNode ? $"{day}/{options.Number}" : day,
            DueAt = now,
            Payload = $"\"{day}\"",
        };
    }
}
