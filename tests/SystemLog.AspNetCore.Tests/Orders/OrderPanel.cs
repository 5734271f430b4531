using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SystemLog.AspNetCore.Access;
using SystemLog.Issues;
using SystemLog.Messages;
using SystemLog.Orders;
using SystemLog.Orders.Workflows;
using SystemLog.Subjects;
using SystemLog.Testing;
using SystemLog.Work;

namespace SystemLog.AspNetCore.Tests.Orders;

/// <summary>A print shop with Impleo's workflow, its panel, and a mail server that keeps what it is given.</summary>
internal sealed class OrderPanel : IAsyncDisposable
{
    public const string Shop = "main";
    public const string Page = "/systemlog/orders";
    public const string Anna = $"anna;right={SystemLogRights.View};right={SystemLogRights.Solve};right={OrderRights.Approver};right={OrderRights.OrderManager}"
        + $";right={OrderRights.WorkflowAdmin};shop=main";
    public const string Kari = "kari;shop=main";

    public static readonly Actor Customer = new("c7", "Nils Berg") { Kind = ActorKind.Customer };

    private OrderPanel(PanelHost host) => Host = host;

    public PanelHost Host { get; }

    public RecordingSender Server { get; private init; } = new();

    public OrderService Orders => Get<OrderService>();

    public IOrderQueries Queries => Get<IOrderQueries>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<OrderPanel> StartAsync(Action<OrderOptions>? orders = null, Action<SystemLogBuilder>? more = null, PanelHostOptions? options = null)
    {
        var server = new RecordingSender();
        options ??= new();
        var host = await PanelHost.StartAsync(options with
        {
            SystemLog = options.SystemLog ?? (systemLog =>
            {
                systemLog.RunWork = false;
                systemLog.Shops.Add(new() { Id = Shop, Name = "Trykkeriet" });
                systemLog.Shops.Add(new() { Id = "other", Name = "The other shop" });
            }),
            Services = services =>
            {
                services.AddSingleton<IMessageSender>(server);
                var systemLog = services.AddSystemLog().AddWorkflow(SubjectTypes.Order, OrderWorkflow.Impleo).ConfigureOrders(orders ?? (_ => { }));
                more?.Invoke(systemLog);
                options.Services?.Invoke(services);
            },
        });
        return new(host) { Server = server };
    }

    public static OrderRef Ref(string number, string shop = Shop) => OrderRef.Order(shop, number);

    public static string PathOf(string number) => $"/systemlog/subjects/order/{number}";

    public static string ChangeOf(string trigger, string number = "1001") => $"/systemlog/orders/change?type=order&number={number}&trigger={trigger}";

    public T Get<T>()
        where T : notnull => Host.App.Services.GetRequiredService<T>();

    public PanelBrowser Browser(string user = Kari, string language = "en") => Host.Browser(user, language);

    /// <summary>An order on an invoice, of a customer who may not approve.</summary>
    public OrderSnapshot Order(string number = "1001", string shop = Shop) => new()
    {
        Shop = shop,
        Subject = SubjectRef.Order(number),
        PlacedAt = Host.Time.GetUtcNow(),
        Total = new(124_900, "NOK"),
        PlacedBy = Customer,
        PlacedByApprover = false,
        Customer = new() { Id = "c7", Name = "Nils Berg", Email = "nils@berg.example", Phone = "+4791234567", Language = "nb" },
        ExpectsInvoice = true,
    };

    public Task<OrderTrackResult> TrackAsync(OrderSnapshot? order = null) => Orders.TrackAsync(order ?? Order(), connection: null, Cancellation);

    public async Task<OrderState> StateAsync(string number = "1001", string shop = Shop) => (await Orders.FindAsync(Ref(number, shop), Cancellation))!;

    public Task<IReadOnlyList<StatusChange>> HistoryAsync(string number = "1001") => Queries.HistoryAsync(Ref(number), 100, before: null, Cancellation);

    /// <summary>Leads an order on as a signed-in person; every step has to succeed.</summary>
    public async Task LeadAsync(string number, string user, params string[] triggers)
    {
        foreach (var trigger in triggers)
        {
            Host.Time.Advance(TimeSpan.FromMinutes(20));
            (await ApplyAsync(number, user, trigger)).Should().BeOfType<ChangeResult.Changed>($"{trigger} is allowed");
        }
    }

    /// <summary>Changes an order in a request of the host's own, in which somebody is signed in.</summary>
    public async Task<ChangeResult> ApplyAsync(string number, string user, string trigger, ChangeOptions? options = null, Actor? by = null)
    {
        await using var scope = Host.App.Services.CreateAsyncScope();
        var principal = new ClaimsPrincipal(TestUser.IdentityOf(user));
        Get<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { RequestServices = scope.ServiceProvider, User = principal };
        var actor = by ?? new Actor(principal.FindFirstValue(ClaimTypes.NameIdentifier)!, principal.Identity!.Name!);
        var result = await Orders.ApplyAsync(Ref(number), trigger, actor, options, Cancellation);
        Get<IHttpContextAccessor>().HttpContext = null;
        return result;
    }

    /// <summary>Changes an order by the system itself.</summary>
    public Task<ChangeResult> BySystemAsync(string number, string trigger, ChangeOptions? options = null) =>
        Orders.ApplyAsync(Ref(number), trigger, Actor.System, options, Cancellation);

    /// <summary>Puts an order into a status that the workflow does not define.</summary>
    public Task OrphanAsync(string number) => Get<IOrderStore>().ImportAsync(
        [
            new()
            {
                State = new()
                {
                    Order = Ref(number), Workflow = "older", Status = "Packed", StatusSince = Host.Time.GetUtcNow(), Version = 1, Snapshot = Order(number),
                    SnapshotAt = Host.Time.GetUtcNow(),
                },
                Change = new()
                {
                    Sequence = 1, To = "Packed", Trigger = StatusChange.ImportTrigger, Transition = "", IsAutomatic = true, Actor = Actor.System,
                    At = Host.Time.GetUtcNow(), WorkflowVersion = "1",
                },
            },
        ],
        Cancellation);

    /// <summary>Opens an issue on an order.</summary>
    public Task FailAsync(string number)
    {
        var issue = BelievableShop.Issue(6) with { Id = BelievableShop.Id(int.Parse(number, CultureInfo.InvariantCulture)) };
        return Get<IIssueStore>().RecordAsync(
            new([issue with { Grouping = issue.Grouping with { Subject = SubjectRef.Order(number) } }], [], []), Cancellation);
    }

    /// <summary>Sends what waits.</summary>
    public Task SendAsync() => Get<WorkEngine>().RunDueAsync(Cancellation);

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
