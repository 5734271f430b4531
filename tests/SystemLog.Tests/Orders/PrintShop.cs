using Microsoft.Extensions.DependencyInjection;
using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Messages;
using SystemLog.Orders;
using SystemLog.Orders.Notices;
using SystemLog.Orders.Workflows;
using SystemLog.Storage;
using SystemLog.Subjects;
using SystemLog.Testing;
using SystemLog.Tests.Digests;
using SystemLog.Work;

namespace SystemLog.Tests.Orders;

/// <summary>A print shop with Impleo's workflow that approves orders, a clock that the test turns, and a mail server that keeps what it is given.</summary>
internal sealed class PrintShop : IAsyncDisposable
{
    public const string Id = "main";

    public static readonly Actor Anna = new("u1", "Anna Approver");
    public static readonly Actor Ola = new("u2", "Ola Ordre");
    public static readonly Actor Vipps = new("vipps", "Vipps") { Kind = ActorKind.Provider };

    private static readonly Dictionary<string, string[]> s_rights = new()
    {
        [Anna.Id] = [OrderRights.Approver, OrderRights.OrderManager, OrderRights.WorkflowAdmin],
        [Ola.Id] = [OrderRights.OrderManager, OrderRights.Production, OrderRights.Invoicing],
    };

    private readonly ServiceProvider _services;

    private PrintShop(Action<OrderOptions>? orders, Action<IServiceCollection>? more)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<TimeProvider>(Time).AddSingleton<IMessageSender>(Server).AddSingleton<IRightsChecker>(new Staff());
        services.AddSystemLog(options =>
            {
                options.Shops.Add(new() { Id = Id, Name = "Trykkeriet" });
                options.Shops.Add(new() { Id = "other", Name = "The other shop" });
                options.PanelUrl = new("https://shop.example/systemlog");
            })
            .UseThrowawaySqlite()
            .AddWorkflow(SubjectTypes.Order, OrderWorkflow.Impleo)
            .ConfigureOrders(options =>
            {
                options.AllShops.UsesApproval = true;
                options.AllShops.ApproverAddresses = ["anna@shop.example"];
                orders?.Invoke(options);
            });
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    /// <summary>Gets the clock: a Monday morning.</summary>
    public ManualTime Time { get; } = new(new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    public RecordingSender Server { get; } = new();

    public OrderService Orders => Get<OrderService>();

    public IOrderQueries Queries => Get<IOrderQueries>();

    public IOrderStore Store => Get<IOrderStore>();

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<PrintShop> OpenAsync(Action<OrderOptions>? orders = null, Action<IServiceCollection>? services = null)
    {
        var shop = new PrintShop(orders, services);
        await shop.Get<IStorage>().PrepareAsync(_ => { }, Cancellation);
        await shop.Get<IssueWriter>().StartAsync(Cancellation);
        return shop;
    }

    public static OrderRef Ref(string number = "1001") => OrderRef.Order(Id, number);

    /// <summary>An order of a customer who may not approve, to be paid on an invoice.</summary>
    public OrderSnapshot Order(string number = "1001") => new()
    {
        Shop = Id,
        Subject = SubjectRef.Order(number),
        PlacedAt = Time.GetUtcNow(),
        Total = new(49_900, "NOK"),
        PlacedBy = new("c7", "Kari Kunde") { Kind = ActorKind.Customer },
        PlacedByApprover = false,
        Customer = new() { Id = "c7", Name = "Kari Kunde", Email = "kari@customer.example", Phone = "+4790000000", Language = "nb" },
        ExpectsInvoice = true,
    };

    /// <summary>The same, paid by card.</summary>
    public OrderSnapshot CardOrder(OrderPayment payment, string number = "1001") => Order(number) with { Payment = payment, ExpectsInvoice = false };

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<OrderTrackResult> TrackAsync(OrderSnapshot? order = null) => Orders.TrackAsync(order ?? Order(), connection: null, Cancellation);

    public Task<ChangeResult> ApplyAsync(string trigger, Actor actor, ChangeOptions? options = null, string number = "1001") =>
        Orders.ApplyAsync(Ref(number), trigger, actor, options, Cancellation);

    public async Task<OrderPreview> PreviewAsync(string trigger, Actor actor, ChangeOptions? options = null) =>
        (await Orders.PreviewAsync(Ref(), trigger, actor, options, Cancellation))!;

    /// <summary>Takes an order in and leads it on, all of which has to succeed.</summary>
    public async Task<OrderState> LeadAsync(params (string Trigger, Actor Actor)[] steps)
    {
        await TrackAsync();
        foreach (var (trigger, actor) in steps)
        {
            (await ApplyAsync(trigger, actor)).Should().BeOfType<ChangeResult.Changed>($"{trigger} is allowed");
        }

        return await StateAsync();
    }

    public async Task<OrderState> StateAsync(string number = "1001") => (await Orders.FindAsync(Ref(number), Cancellation))!;

    public Task<IReadOnlyList<StatusChange>> HistoryAsync(string number = "1001") => Queries.HistoryAsync(Ref(number), 100, before: null, Cancellation);

    public Task<IReadOnlyList<OrderMessage>> MessagesAsync(string number = "1001") => Queries.MessagesAsync(Ref(number), 100, Cancellation);

    /// <summary>Turns the clock on and does what is due then.</summary>
    public Task PassAsync(TimeSpan time = default)
    {
        Time.Advance(time);
        return Get<WorkEngine>().RunDueAsync(Cancellation);
    }

    /// <summary>Opens an issue on the order.</summary>
    public Task FailAsync(string number = "1001") => Get<IIssueStore>().RecordAsync(
        new(
            [
                FjordAndFoss.Failure(
                    new() { Shop = Id, Source = Sources.Tripletex, Operation = Operations.OrderTransfer, Subject = SubjectRef.Order(number) },
                    Time.GetUtcNow(), number: 1, Cause.VatOrAccountSetup),
            ],
            [], []));

    /// <summary>Waits until everything reported is written.</summary>
    public Task WrittenAsync() => Get<IssueLog>().ReportDurableAsync(
        new() { Shop = "other", Source = "Test", Operation = Operations.Other, Subject = SubjectRef.Order("0"), Text = "The last of all" }, Cancellation);

    public async Task<IReadOnlyList<Issue>> OpenIssuesAsync()
    {
        await WrittenAsync();
        return (await Get<IssueLog>().ListAsync(Id, new() { State = IssueState.Open }, cancellationToken: Cancellation)).Items;
    }

    public async ValueTask DisposeAsync()
    {
        await Get<IssueWriter>().StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
    }

    private sealed class Staff : IRightsChecker
    {
        public ValueTask<bool> HasAsync(string shop, Actor actor, string right, SubjectRef subject, CancellationToken cancellationToken = default) =>
            new(s_rights.GetValueOrDefault(actor.Id, []).Contains(right));
    }
}
