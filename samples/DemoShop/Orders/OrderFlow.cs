using System.Runtime.CompilerServices;
using SystemLog;
using SystemLog.Issues;
using SystemLog.Orders;
using SystemLog.Subjects;

namespace DemoShop.Orders;

/// <summary>An order's way through the house. Where the shop used to write a status, it now says what happened; the status follows, and so do the mails.</summary>
internal sealed class OrderFlow(OrderBook book, OrderService orders, IssueLog issues, TimeProvider time)
{
    private const int MostLooks = 500;

    private static readonly Actor Accounting = new("tripletex", "Tripletex") { Kind = ActorKind.Integration };
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(20);

    /// <summary>Tells of an order: one that is new gets its first status, and of one that is known the amounts are taken over.</summary>
    public Task TellAsync(Order order, CancellationToken cancellationToken = default) =>
        orders.TrackAsync(OrderSnapshots.Of(order), cancellationToken: cancellationToken);

    /// <summary>Takes over what the shop sold before SystemLog came. Nobody is mailed; run again, it takes what is missing.</summary>
    public Task TakeOverAsync(string shop, CancellationToken cancellationToken = default) =>
        orders.ImportAsync(OldAsync(shop, cancellationToken), cancellationToken: cancellationToken);

    /// <summary>Keeps what a provider says of a payment, and lets the order go on.</summary>
    public async Task PaidAsync(Order order, Actor provider, string eventId, CancellationToken cancellationToken = default)
    {
        await book.SaveAsync(order, cancellationToken);
        await TellAsync(order, cancellationToken);
        await ApplyAsync(order, "ConfirmPayment", provider, new() { CommandId = eventId }, cancellationToken);
    }

    public async Task<bool> ApproveAsync(string number, Actor by, CancellationToken cancellationToken = default) =>
        await ApplyAsync(await FindAsync(number, cancellationToken), "Approve", by, ChangeOptions.None, cancellationToken);

    public async Task<bool> ProduceAsync(string number, bool isDone, Actor by, CancellationToken cancellationToken = default) =>
        await ApplyAsync(await FindAsync(number, cancellationToken), isDone ? "FinishProduction" : "StartProduction", by, ChangeOptions.None, cancellationToken);

    /// <summary>Delivers an order, and keeps apart from its status that the parcel has left: a printed label is no such word.</summary>
    public async Task<bool> ShipAsync(string number, Actor by, CancellationToken cancellationToken = default)
    {
        var order = await FindAsync(number, cancellationToken);

        // A second click on the same parcel is the same command.
        return await ApplyAsync(order, "Deliver", by, new() { CommandId = $"ship-{number}" }, cancellationToken)
            && await orders.HandOverAsync(
                RefOf(order), new HandOver(time.GetUtcNow(), by) { Carrier = "Posten", TrackingNumber = TrackingNumberOf(number) }, cancellationToken);
    }

    public async Task<bool> CancelAsync(string number, Actor by, string reason, CancellationToken cancellationToken = default) =>
        await ApplyAsync(await FindAsync(number, cancellationToken), "Cancel", by, new() { Reason = reason }, cancellationToken);

    /// <summary>Accounting has written the invoice; an order that waited in an error for that comes back first.</summary>
    public async Task InvoicedAsync(string number, CancellationToken cancellationToken = default)
    {
        var order = await FindAsync(number, cancellationToken);
        if (!order.Customer.IsCompany || await orders.FindAsync(RefOf(order), cancellationToken) is not { } state)
        {
            return;
        }

        if (state.StatusBeforeError is not null)
        {
            await ApplyAsync(order, "Resume", Actor.System, new() { Reason = "The transfer succeeded." }, cancellationToken);
        }

        await ApplyAsync(order, "Invoice", Accounting, ChangeOptions.None, cancellationToken);
    }

    /// <summary>Stops an order that cannot go on without its invoice. What the client met is an issue already; its id goes with the order.</summary>
    public async Task StoppedAsync(string number, string source, CancellationToken cancellationToken = default)
    {
        var order = await FindAsync(number, cancellationToken);
        if (!order.Customer.IsCompany)
        {
            return;
        }

        if (await NewestIssueAsync(order, source, cancellationToken) is { } issue)
        {
            var options = new ChangeOptions { Issue = issue.Id.ToString(), Reason = $"No invoice: {issue.Description}" };
            await ApplyAsync(order, "Fail", Actor.System, options, cancellationToken);
        }
    }

    private async Task<bool> ApplyAsync(Order order, string trigger, Actor by, ChangeOptions options, CancellationToken cancellationToken)
    {
        switch (await orders.ApplyAsync(RefOf(order), trigger, by, options, cancellationToken))
        {
            case ChangeResult.Refused refused:
                await book.NoteAsync(order.Number, $"{trigger} is not possible: {string.Join(", ", refused.Reasons)}", isFailure: true, cancellationToken);
                return false;
            case ChangeResult.Conflict conflict:
                await book.NoteAsync(order.Number, $"{trigger} came too late: the order is {conflict.Current.Status}", isFailure: true, cancellationToken);
                return false;
            default:
                return true;
        }
    }

    // A client's report is stored within moments, and here its id is wanted.
    private async Task<Issue?> NewestIssueAsync(Order order, string source, CancellationToken cancellationToken)
    {
        var filter = new IssueFilter { Source = source, SubjectType = SubjectTypes.Order, SubjectNumber = order.Number, IncludeMuted = true };
        for (var look = 0; look < MostLooks; look++)
        {
            if ((await issues.ListAsync(order.Shop, filter, size: 1, cancellationToken: cancellationToken)).Items is [var newest, ..])
            {
                return newest;
            }

            await Task.Delay(Moment, cancellationToken);
        }

        return null;
    }

    private async IAsyncEnumerable<ImportedOrder> OldAsync(string shop, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var old in (await book.ListAsync(shop, cancellationToken)).Where(order => order.Status.Length > 0))
        {
            // A list has no lines, and what has to be made stands in them.
            var order = await FindAsync(old.Number, cancellationToken);
            yield return new(OrderSnapshots.Of(order), order.Status, order.PlacedAt);
        }
    }

    private async Task<Order> FindAsync(string number, CancellationToken cancellationToken) =>
        await book.FindAsync(number, cancellationToken) ?? throw new ArgumentException($"There is no order {number}.", nameof(number));

    private static OrderRef RefOf(Order order) => OrderRef.Order(order.Shop, order.Number);

    private static string TrackingNumberOf(string number) => $"70701234567{number}NO";
}
