using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SystemLog.Orders;
using SystemLog.Orders.Workflows;
using SystemLog.Storage;
using SystemLog.Subjects;

namespace SystemLog.Benchmarks;

/// <summary>What the list of orders and the page of one read, by how many orders there are.</summary>
internal static class OrderPageBenchmark
{
    private const string Shop = "main";
    private const int PageSize = 50;
    private const int HistoryShown = 50;
    private const int ChangesOfAnOrder = 10;
    private const int Few = 10_000;
    private const int Many = 1_000_000;
    private const int Calls = 300;
    private const int SlowCalls = 5;

    public static async Task<IReadOnlyList<Figure>> RunAsync(Func<Task<IDatabaseUnderTest>> create)
    {
        var (few, database) = await ReadAsync(create, Few);
        var (many, _) = await ReadAsync(create, Many);
        var group = $"Orders, pages, {database}";
        return
        [
            .. few.Zip(many).SelectMany(pair => new Figure[]
            {
                new(group, $"{pair.First.Name}: {Few:N0} orders", pair.First.Microseconds, "µs"),
                new(group, $"{pair.First.Name}: {Many:N0} orders, {Many * ChangesOfAnOrder:N0} changes", pair.Second.Microseconds, "µs"),
                new(group, $"{pair.First.Name}: many ÷ few", pair.Second.Microseconds / pair.First.Microseconds, "", pair.First.IsHeldTo ? 2 : null),
            }),
        ];
    }

    private static async Task<(IReadOnlyList<Reading> Readings, string Database)> ReadAsync(Func<Task<IDatabaseUnderTest>> create, int orders)
    {
        await using var target = await create();
        using var host = HostOn(target);
        await host.Services.GetRequiredService<IStorage>().PrepareAsync(_ => { });
        await FillAsync(target, orders);
        var queries = host.Services.GetRequiredService<IOrderQueries>();
        var service = host.Services.GetRequiredService<OrderService>();
        var middle = (await queries.ListAsync(Shop, OrderFilter.All, PageSize)).Next;
        var random = new Random(7);
        return
        (
            [
                new("list, first page", await Percentiles.MedianAsync(Calls, () => queries.ListAsync(Shop, OrderFilter.All, PageSize)), true),
                new("list, second page", await Percentiles.MedianAsync(Calls, () => queries.ListAsync(Shop, OrderFilter.All, PageSize, middle)), true),
                new("list, one status", await Percentiles.MedianAsync(Calls, () => queries.ListAsync(Shop, new() { Statuses = ["Processing"] }, PageSize)), true),
                new("list, a text that finds one", await Percentiles.MedianAsync(SlowCalls, () => queries.ListAsync(Shop, new() { Text = $"kunde {orders / 2} " }, PageSize)), false),
                new("order page", await Percentiles.MedianAsync(Calls, () => PageAsync(service, queries, random.Next(1, orders))), true),
            ],
            target.Name);
    }

    private static async Task PageAsync(OrderService service, IOrderQueries queries, int number)
    {
        var order = OrderRef.Order(Shop, $"{100_000 + number}");
        var state = await service.FindAsync(order) ?? throw new InvalidOperationException($"{order} is not there.");
        await service.ChoicesAsync(state, Actor.System);
        await queries.HistoryAsync(order, HistoryShown);
        await queries.MessagesAsync(order, HistoryShown);
    }

    private static IHost HostOn(IDatabaseUnderTest target)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        target.Use(builder.Services.AddSystemLog().AddWorkflow(SubjectTypes.Order, OrderWorkflow.Impleo));
        return builder.Build();
    }

    private static async Task FillAsync(IDatabaseUnderTest target, int orders)
    {
        await using (var connection = await target.OpenRawReaderAsync())
        {
            var numbers = $"with recursive n(i) as (select 1 union all select i + 1 from n where i < {orders})";
            await ExecuteAsync(
                connection,
                target,
                $$"""
                insert into systemlog.order_state (shop_id, subject_number, subject_type, workflow, status, status_since, version, is_approved,
                    was_placed_by_approver, sends_messages, snapshot_at, placed_at, total, currency, customer_id, customer_name, customer_email,
                    customer_language, search, facts_version, facts)
                {{numbers}}
                select 'main', cast(100000 + i as text), 'order', 'impleo', case i % 10 when 0 then 'Processing' when 1 then 'Delivered' else 'Archived' end,
                    1700000000000 + i * 1000, {{ChangesOfAnOrder}}, 1, 0, 1, 1700000000000 + i * 1000, 1700000000000 + i * 1000, 49900, 'NOK',
                    'c' || cast(i % 1000 as text), 'Kunde ' || cast(i as text), 'k' || cast(i as text) || '@customer.example', 'nb',
                    cast(100000 + i as text) || ' kunde ' || cast(i as text) || ' k' || cast(i as text) || '@customer.example', 1, '{}'
                from n
                """);
            await ExecuteAsync(
                connection,
                target,
                $"""
                insert into systemlog.status_change (shop_id, subject_number, subject_type, sequence, from_status, to_status, trigger, transition,
                    is_automatic, actor_id, actor_name, actor_kind, at, is_override, payment_hint, workflow_version)
                {numbers}, s(k) as (select 1 union all select k + 1 from s where k < {ChangesOfAnOrder})
                select 'main', cast(100000 + i as text), 'order', k, case when k = 1 then null else 'Received' end, 'Processing', 'StartProduction', 'F2',
                    0, 'u1', 'Anna', 1, 1700000000000 + i * 1000 + k, 0, 0, '0123456789abcdef'
                from n cross join s
                """);
        }

        await target.AnalyzeAsync();
    }

    private static async Task ExecuteAsync(DbConnection connection, IDatabaseUnderTest target, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 1_200;
        command.CommandText = target.Table(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A median, and whether it may not grow with the number of orders.</summary>
    private sealed record Reading(string Name, double Microseconds, bool IsHeldTo);
}
