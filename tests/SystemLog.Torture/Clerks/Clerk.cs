using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SystemLog.Orders;
using SystemLog.Orders.Workflows;
using SystemLog.Storage;
using SystemLog.Subjects;

namespace SystemLog.Torture.Clerks;

/// <summary>A process in which a clerk approves every order, one after the other, as fast as it can: whoever is beaten to one has nothing to write and
/// catches up, so that all stay at the same order.</summary>
internal static class Clerk
{
    /// <summary>The shop of all orders.</summary>
    public const string Shop = "main";

    /// <summary>The word that says that a clerk is ready to begin, and the one that lets it.</summary>
    public const string Ready = "ready", Go = "go";

    public static async Task RunAsync(ClerkOptions options)
    {
        var lost = new LostWrites();
        await using var services = Services(options.PostgreSql, lost);
        await services.GetRequiredService<IStorage>().PrepareAsync(_ => { });
        var orders = services.GetRequiredService<OrderService>();
        var actor = new Actor($"clerk-{options.Number}", $"Clerk {options.Number}");
        await Console.Out.WriteLineAsync(Ready);
        while (await Console.In.ReadLineAsync() != Go)
        {
            // Not yet.
        }

        for (var order = 1; order <= options.Orders; order++)
        {
            var before = lost.Count;
            var result = await orders.ApplyAsync(OrderRef.Order(Shop, $"{order}"), "Approve", actor);
            var state = StateOf(result);
            await Console.Out.WriteLineAsync(
                new Told(options.Number, order, result.GetType().Name, state?.Status ?? "none", state?.Version ?? 0, lost.Count - before).ToString());
        }
    }

    /// <summary>Returns a host over the database.</summary>
    public static ServiceProvider Services(string postgreSql, LostWrites lost)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<IRightsChecker>(new Everybody());
        services.AddSystemLog().UsePostgreSql(postgreSql)
            .AddWorkflow(SubjectTypes.Order, OrderWorkflow.Impleo)
            .ConfigureOrders(orders => orders.AllShops.UsesApproval = true);
        var store = services.Single(service => service.ServiceType == typeof(IOrderStore)).ImplementationType!;
        services.Replace(ServiceDescriptor.Singleton<IOrderStore>(provider =>
            new WatchedOrderStore((IOrderStore)ActivatorUtilities.CreateInstance(provider, store), lost)));
        return services.BuildServiceProvider();
    }

    private static OrderState? StateOf(ChangeResult result) => result switch
    {
        ChangeResult.Changed changed => changed.State,
        ChangeResult.NoChange same => same.State,
        ChangeResult.Conflict conflict => conflict.Current,
        _ => null,
    };

    private sealed class Everybody : IRightsChecker
    {
        public ValueTask<bool> HasAsync(string shop, Actor actor, string right, SubjectRef subject, CancellationToken cancellationToken = default) => new(true);
    }
}
