using System.Globalization;
using SystemLog.Torture.Ledgers;
using SystemLog.Work;

namespace SystemLog.Torture.Nodes;

/// <summary>A mail for every date of the virtual calendar.</summary>
internal sealed class RecurringMail(VirtualCalendar calendar, NodeOptions options, Start start) : IRecurringWork
{
    public Task<IReadOnlyList<NewWork>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        if (start.CalendarBegan is not { } begun)
        {
            return Task.FromResult<IReadOnlyList<NewWork>>([]);
        }

        var time = options.Fault == Fault.LocalClock ? DateTimeOffset.FromUnixTimeMilliseconds(LedgerFile.Clock()) + options.Skew : now;
        return Task.FromResult<IReadOnlyList<NewWork>>([.. calendar.DueAt(begun, time).Select(period => MailOf(period.LocalDate, now))]);
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
