using Microsoft.Extensions.DependencyInjection;
using SystemLog.Messages;
using SystemLog.Orders;
using SystemLog.Orders.Workflows;
using SystemLog.Storage;
using SystemLog.Subjects;
using SystemLog.Testing;

namespace SystemLog.Conformance.Orders;

/// <summary>The service of orders over a storage under test, in which people may do whatever their id says.</summary>
public sealed class WalkingShop : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public WalkingShop(IStorageFixture storage, OrderWorkflow workflow)
    {
        Workflow = workflow;
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<TimeProvider>(Time).AddSingleton<IMessageSender>(new RecordingSender()).AddSingleton<IRightsChecker>(new RightsById());
        services.AddSystemLog(options =>
            {
                options.DefaultShop = Shop;
                options.Shops.Add(new() { Id = Shop });
            })
            .AddWorkflow(SubjectTypes.Order, workflow)
            .ConfigureOrders(orders =>
            {
                orders.AllShops.UsesApproval = true;
                orders.AllShops.ArchiveAfter = TimeSpan.FromMinutes(3);
                orders.AllShops.HoldBack = TimeSpan.FromMinutes(2);
            });
        services.AddSingleton(storage.Orders).AddSingleton(storage.OrderQueries).AddSingleton(storage.Queries).AddSingleton(storage.Issues);
        services.AddSingleton(storage.Work).AddSingleton(storage.WorkQueries).AddSingleton(storage.Summaries).AddSingleton(storage.Settings);
        services.AddSingleton(storage.Timeline).AddSingleton<IStorage>(new Ready());
        _services = services.BuildServiceProvider();
    }

    public string Shop { get; } = Any.Shop();

    public OrderWorkflow Workflow { get; }

    public ManualTime Time { get; } = new(Any.Monday);

    public OrderService Orders => _services.GetRequiredService<OrderService>();

    /// <summary>Somebody with every right, somebody with none, the customer, the system and a provider.</summary>
    public static IReadOnlyList<Actor> Actors { get; } =
    [
        new("boss", "Boss"),
        new("boss-2", "The other boss"),
        new("guest", "Guest"),
        new("c1", "Customer") { Kind = ActorKind.Customer },
        Actor.System,
        new("vipps", "Vipps") { Kind = ActorKind.Provider },
    ];

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class RightsById : IRightsChecker
    {
        public ValueTask<bool> HasAsync(string shop, Actor actor, string right, SubjectRef subject, CancellationToken cancellationToken = default) =>
            new(actor.Id.StartsWith("boss", StringComparison.Ordinal));
    }

    private sealed class Ready : IStorage
    {
        public string Name => "under test";

        public Task PrepareAsync(Action<string> waiting, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}
