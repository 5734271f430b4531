using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SystemLog.Messages;
using SystemLog.Orders;
using SystemLog.Orders.Notices;
using SystemLog.Orders.Workflows;
using SystemLog.Storage;
using SystemLog.Subjects;
using SystemLog.Testing;

namespace SystemLog.Benchmarks;

/// <summary>What a change of status costs: a preview without a database, and changes that are committed against the same rows written by hand.</summary>
internal static class OrderBenchmark
{
    private const string Shop = "main";
    private const int OrdersPerWriter = 50;
    private const int Changes = 800;
    private const int Rounds = 5;
    private const int Previews = 200_000;

    // Staff choose the status, the customer is mailed: a change writes the order, the history, the message and its work.
    private static readonly string[] s_statuses = ["InProgress", "ReadyForPickup", "Unprocessed"];

    public static IReadOnlyList<Figure> Previewing()
    {
        var scene = new ChangeScene
        {
            Workflow = OrderWorkflow.Impleo,
            Options = new() { Reason = "no budget" },
            Available = MessageChannels.Email,
            Facts = new()
            {
                Order = Snapshot(1),
                Actor = new("u1", "Anna"),
                Rights = OrderRights.All.ToHashSet(),
                Now = DateTimeOffset.UnixEpoch,
                Reason = "no budget",
            },
        };
        var state = new OrderState
        {
            Order = new(Shop, SubjectRef.Order("1")), Workflow = "impleo", Status = "NotApproved", StatusSince = DateTimeOffset.UnixEpoch, Version = 1,
            Snapshot = Snapshot(1), SnapshotAt = DateTimeOffset.UnixEpoch,
        };
        return
        [
            new("Orders, preview of a loaded order", "allowed: median", Nanoseconds(() => PreviewPlan.Of(state, "Reject", scene, fault: null)) / 1_000, "µs", 5),
            new("Orders, preview of a loaded order", "not allowed, with what is: median", Nanoseconds(() => PreviewPlan.Of(state, "Deliver", scene, fault: null)) / 1_000, "µs"),
        ];
    }

    public static async Task<IReadOnlyList<Figure>> RunAsync(Func<Task<IDatabaseUnderTest>> create) =>
        [.. await ThroughputAsync(create, writers: 1), .. await ThroughputAsync(create, writers: 8)];

    private static async Task<IEnumerable<Figure>> ThroughputAsync(Func<Task<IDatabaseUnderTest>> create, int writers)
    {
        var (ours, raw) = (new List<double>(), new List<double>());
        await using var target = await create();
        using var host = HostOn(target);
        await host.Services.GetRequiredService<IStorage>().PrepareAsync(_ => { });
        await FillAsync(host, 2 * writers);
        for (var round = 0; round <= Rounds; round++)
        {
            ours.Add(await OursAsync(host, writers, round));
            raw.Add(await RawAsync(target, writers, round));
        }

        // The first round of each warmed it up.
        var (oursMedian, rawMedian) = (Percentiles.Median(ours.Skip(1)), Percentiles.Median(raw.Skip(1)));
        var group = $"Orders, changes of status, {target.Name}";
        var name = writers == 1 ? "1 writer" : $"{writers} writers";
        return
        [
            new(group, $"{name}: ours", oursMedian, "changes/s"),
            new(group, $"{name}: raw", rawMedian, "changes/s"),
            new(group, $"{name}: ours ÷ raw", oursMedian / rawMedian, "", 0.7, AtLeast: true),
        ];
    }

    private static IHost HostOn(IDatabaseUnderTest target)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<IMessageSender>(new RecordingSender()).AddSingleton<IRightsChecker>(new Everybody());
        target.Use(builder.Services.AddSystemLog().AddWorkflow(SubjectTypes.Order, OrderWorkflow.DanDomain));
        return builder.Build();
    }

    private static async Task FillAsync(IHost host, int writers)
    {
        var orders = Enumerable.Range(1, writers * OrdersPerWriter).Select(number => new ImportedOrder(Snapshot(number), "Shipped", DateTimeOffset.UnixEpoch));
        await host.Services.GetRequiredService<OrderService>().ImportAsync(orders);
    }

    private static OrderSnapshot Snapshot(int number) => new()
    {
        Shop = Shop,
        Subject = SubjectRef.Order($"{number}"),
        PlacedAt = DateTimeOffset.UnixEpoch,
        Total = new(49_900, "NOK"),
        Customer = new() { Id = "c7", Name = "Kari Kunde", Email = "kari@customer.example", Language = "nb" },
        Payment = new(PaymentState.Authorized) { AuthorizedMinor = 49_900 },
    };

    private static Task<double> OursAsync(IHost host, int writers, int round)
    {
        var (orders, actor) = (host.Services.GetRequiredService<OrderService>(), new Actor("u1", "Anna"));
        return PerSecondAsync(writers, async writer =>
        {
            for (var change = 0; change < Changes / writers; change++)
            {
                var order = OrderRef.Order(Shop, $"{NumberOf(writer, change)}");
                var result = await orders.ApplyAsync(order, "SetStatus", actor, new() { To = StatusOf(SequenceOf(writers, round, change)) });
                if (result is not ChangeResult.Changed)
                {
                    throw new InvalidOperationException($"{order} was not changed: {result}.");
                }
            }
        });
    }

    // Orders that ours does not touch, so that neither waits for the other's rows.
    private static async Task<double> RawAsync(IDatabaseUnderTest target, int writers, int round)
    {
        // SQLite has one writer: the workers take turns on its connection, as ours do.
        var isSqlite = target.Name == "SQLite";
        using var turn = new SemaphoreSlim(1, 1);
        var connections = new List<RawOrderWriter>();
        for (var writer = 0; writer < (isSqlite ? 1 : writers); writer++)
        {
            connections.Add(new(await target.OpenRawReaderAsync(), target));
        }

        var perSecond = await PerSecondAsync(writers, async writer =>
        {
            for (var change = 0; change < Changes / writers; change++)
            {
                var sequence = SequenceOf(writers, round, change);
                await connections[writer % connections.Count].WriteAsync(
                    isSqlite ? turn : null, $"{NumberOf(writers + writer, change)}", sequence, StatusOf(sequence));
            }
        });
        foreach (var connection in connections)
        {
            await connection.DisposeAsync();
        }

        return perSecond;
    }

    private static int NumberOf(int writer, int change) => 1 + (writer * OrdersPerWriter) + (change % OrdersPerWriter);

    // The import was the first of each order.
    private static int SequenceOf(int writers, int round, int change) =>
        2 + (round * (Changes / writers / OrdersPerWriter)) + (change / OrdersPerWriter);

    private static string StatusOf(int sequence) => s_statuses[sequence % s_statuses.Length];

    private static async Task<double> PerSecondAsync(int writers, Func<int, Task> run)
    {
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(() => run(writer))));
        return Changes / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static double Nanoseconds(Func<OrderPreview> preview)
    {
        var rounds = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            for (var i = 0; i < Previews; i++)
            {
                preview();
            }

            rounds.Add(Stopwatch.GetElapsedTime(started).TotalNanoseconds / Previews);
        }

        return Percentiles.Median(rounds.Skip(1));
    }

    private sealed class Everybody : IRightsChecker
    {
        public ValueTask<bool> HasAsync(string shop, Actor actor, string right, SubjectRef subject, CancellationToken cancellationToken = default) => new(true);
    }
}
