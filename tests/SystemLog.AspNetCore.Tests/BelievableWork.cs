using Microsoft.Extensions.DependencyInjection;
using SystemLog.Subjects;
using SystemLog.Work;

namespace SystemLog.AspNetCore.Tests;

/// <summary>A shop's background work on a Friday morning: items in every state, some of them of orders.</summary>
internal sealed class BelievableWork(PanelHost host, string shop = "main")
{
    public const string Captures = "capture-payment";
    public const string Mails = "summary-mail";

    private readonly IWorkStore _store = host.App.Services.GetRequiredService<IWorkStore>();

    /// <summary>Queues, claims and ends items, as much later as it takes them, and leaves one in every state.</summary>
    public async Task SeedAsync()
    {
        await EndedAsync(Mails, "2026-11-18", new WorkOutcome.Done("""{"end":"Sent","orders":21,"recipients":["kari@fjell.example"],"refused":["ola@fjell.example"]}"""));
        await EndedAsync(Mails, "2026-11-19", new WorkOutcome.Unknown("The connection broke after the mail was handed over; mail.example.no gave no answer."));
        await EndedAsync(Captures, "order 104896 capture", new WorkOutcome.Failed("The reservation has expired.\nReserve the amount anew."), "104896");
        await EndedAsync(Captures, "order 104897 capture", new WorkOutcome.Parked("The payload has version 3, this node takes 2."), "104897");
        await EndedAsync(Captures, "order 104898 capture", new WorkOutcome.TryAgain("Klarna answers 503: Service Unavailable"), "104898");
        var cancelled = await EndedAsync(Captures, "order 104895 capture", new WorkOutcome.Failed("The order was refunded."), "104895");
        await _store.CancelAsync(shop, cancelled, new("ola", "Ola Nilsen"), TestContext.Current.CancellationToken);
        await QueueAsync(Mails, "2026-11-23", due: BelievableShop.Now.AddDays(3));
        await QueueAsync(Captures, "order 104894 capture", "104894");
        await _store.ClaimAsync(new(Captures, "node-1", TimeSpan.FromMinutes(1), 1), TestContext.Current.CancellationToken);
        await QueueAsync(Captures, "order 104893 capture", "104893");
        await QueueAsync("export-orders", "2026-W47");
    }

    /// <summary>Queues an item, due now unless said otherwise.</summary>
    public Task<int> QueueAsync(string kind, string key, string? order = null, DateTimeOffset? due = null, string? payload = null) =>
        _store.EnqueueAsync(
            [
                new()
                {
                    Shop = shop, Kind = kind, Key = key, Subject = order is null ? null : SubjectRef.Order(order),
                    DueAt = due ?? host.Time.GetUtcNow(), Payload = payload ?? PayloadOf(kind, key),
                },
            ],
            cancellationToken: TestContext.Current.CancellationToken);

    private static string PayloadOf(string kind, string key) => kind == Mails
        ? $$"""{"date":"{{key}}","amount":124900,"apiKey":"hemmelig-nok-7"}"""
        : """{"amount":124900,"apiKey":"hemmelig-nok-7"}""";

    /// <summary>Makes an attempt at a new item and ends it so.</summary>
    /// <returns>The item's id.</returns>
    public async Task<long> EndedAsync(string kind, string key, WorkOutcome outcome, string? order = null)
    {
        await QueueAsync(kind, key, order);
        return await AttemptAsync(kind, key, outcome);
    }

    /// <summary>Makes an attempt at the due item and ends it so.</summary>
    /// <returns>The item's id.</returns>
    public async Task<long> AttemptAsync(string kind, string key, WorkOutcome outcome)
    {
        var claimed = (await _store.ClaimAsync(new(kind, "node-1", TimeSpan.FromMinutes(1), 10), TestContext.Current.CancellationToken)).Single();
        claimed.Item.Key.Should().Be(key);
        await _store.EndAsync(claimed, WorkEnd.Of(outcome, claimed.Item.Tries, RetryPolicy.Default with { First = TimeSpan.FromHours(1) }, 1), TestContext.Current.CancellationToken);
        return claimed.Item.Id;
    }

    /// <summary>Reads an item.</summary>
    public async Task<WorkItem> FindAsync(string kind, string key) =>
        (await host.App.Services.GetRequiredService<IWorkQueries>().FindAsync(shop, kind, key, TestContext.Current.CancellationToken))!;
}
