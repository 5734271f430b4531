using DemoShop.Orders;
using ProviderSandbox.Faults;

namespace DemoShop.TradingDay;

/// <summary>One thing that happens on the day.</summary>
/// <param name="At">The time on the shop's wall, from "08:00" to "17:00".</param>
internal abstract record DayStep(string At)
{
    /// <summary>Gets how long after opening it happens.</summary>
    public TimeSpan SinceOpening => TimeSpan.Parse(At) - TimeSpan.FromHours(8);

    /// <summary>A customer buys and pays.</summary>
    public sealed record Buys(string At, string Number, Customer Customer, PaymentMethod Payment, params Product[] Products) : DayStep(At)
    {
        /// <summary>Gets how many days before this one the customer paid: the order waited for its goods.</summary>
        public int DaysBefore { get; init; }
    }

    /// <summary>Staff, or the shop's own routine, act on orders, one after another.</summary>
    public sealed record Does(string At, Deed Deed, params string[] Orders) : DayStep(At);

    /// <summary>Several orders are acted on side by side, as one click on a list does.</summary>
    public sealed record DoesAtOnce(string At, Deed Deed, params string[] Orders) : DayStep(At);

    /// <summary>Staff change an order's total, in øre.</summary>
    public sealed record Edits(string At, string Order, long Total) : DayStep(At);

    /// <summary>Staff give money back, in øre.</summary>
    public sealed record Refunds(string At, string Order, long Amount) : DayStep(At);

    /// <summary>The till's z-report is sent to accounting.</summary>
    public sealed record Settles(string At, string ZReport) : DayStep(At);

    /// <summary>The amounts of a shop are compared with the providers'.</summary>
    public sealed record Compares(string At, string Shop) : DayStep(At);

    /// <summary>What the shop sold before SystemLog came is taken over.</summary>
    public sealed record TakesOver(string At, string Shop) : DayStep(At);

    /// <summary>Somebody writes a status into the shop's database by hand.</summary>
    public sealed record Tampers(string At, string Order, string Status) : DayStep(At);

    /// <summary>The merchant turns on the daily summary mail of a shop.</summary>
    public sealed record WantsSummary(string At, string Shop, string Recipient) : DayStep(At);

    /// <summary>A provider is about to fail.</summary>
    public sealed record Trouble(string At, Fault Fault) : DayStep(At);
}
