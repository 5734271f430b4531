using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemLog.Conformance;
using SystemLog.EntityFrameworkCore.Tests;
using SystemLog.Orders;
using SystemLog.Orders.Workflows;
using SystemLog.Storage;
using SystemLog.Subjects;

[assembly: AssemblyFixture(typeof(SharedDatabase))]

namespace SystemLog.EntityFrameworkCore.Tests;

/// <summary>A shop over EF Core that shares its PostgreSQL database with SystemLog.</summary>
public sealed class SharedDatabase : IAsyncLifetime
{
    private readonly string? _missing = PrivatePostgres.Missing();
    private PrivatePostgres? _server;
    private ServiceProvider? _services;

    internal OutageOnCommit Outage { get; } = new();

    internal IServiceProvider Services
    {
        get
        {
            Requirement.Met(_missing);
            return _services!;
        }
    }

    internal OrderService Orders => Services.GetRequiredService<OrderService>();

    /// <summary>Takes an order in: it waits for production, and the shop has a row of it.</summary>
    internal async Task<OrderRef> NewOrderAsync()
    {
        var order = new OrderRef("main", Any.Order());
        await Orders.TrackAsync(new() { Shop = order.Shop, Subject = order.Subject, PlacedAt = Any.Monday });
        await using var scope = Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ShopContext>();
        context.Orders.Add(new() { Number = order.Subject.Number, Status = "Recived" });
        await context.SaveChangesAsync();
        return order;
    }

    /// <summary>Returns the status in the shop and ours, and how often each has changed.</summary>
    internal async Task<(string Shop, string Ours, long Version)> StatusesAsync(OrderRef order)
    {
        await using var scope = Services.CreateAsyncScope();
        var row = await scope.ServiceProvider.GetRequiredService<ShopContext>().Orders.AsNoTracking().SingleAsync(one => one.Number == order.Subject.Number);
        var state = (await Orders.FindAsync(order))!;
        return (row.Status, state.Status, state.Version);
    }

    public async ValueTask InitializeAsync()
    {
        if (_missing is not null)
        {
            return;
        }

        _server = await PrivatePostgres.StartAsync();
        var services = new ServiceCollection().AddLogging();
        services.AddSystemLog().UsePostgreSql(_server.ConnectionString).AddWorkflow(SubjectTypes.Order, OrderWorkflow.Impleo);
        services.AddDbContext<ShopContext>(options => options
            .UseNpgsql(_server.ConnectionString, npgsql => npgsql.EnableRetryOnFailure())
            .AddInterceptors(Outage));
        _services = services.BuildServiceProvider();
        await _services.GetRequiredService<IStorage>().PrepareAsync(_ => { });
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ShopContext>().Database.ExecuteSqlRawAsync(
            """create table "Orders" ("Id" integer generated always as identity primary key, "Number" text not null, "Status" text not null)""");
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
