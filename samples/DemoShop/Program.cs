using DemoShop;
using DemoShop.Admin;
using DemoShop.Orders;
using DemoShop.Profile;
using DemoShop.Providers;
using DemoShop.SignIn;
using ProviderSandbox;
using SystemLog;
using SystemLog.Catalogue;
using SystemLog.Orders.Workflows;
using SystemLog.Smtp.Sending;
using SystemLog.Subjects;

if (DemoOptions.Parse(args, Console.Error) is not { } options)
{
    return 2;
}

await using var demo = await Demo.StartAsync(options);
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = options.HostArguments, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseStaticWebAssets();

// The shop as it was: its orders, its staff and a typed client of its own for each provider. Each client got one more line.
builder.AddShop(demo);
builder.Services.AddHttpClient<VippsClient>(demo.Reach(Provider.Vipps)).ReportFailuresToSystemLog(Sources.Vipps);
builder.Services.AddHttpClient<KlarnaClient>(demo.Reach(Provider.Klarna)).ReportFailuresToSystemLog(Sources.Klarna);
builder.Services.AddHttpClient<AdyenClient>(demo.Reach(Provider.Adyen)).ReportFailuresToSystemLog(Sources.Adyen);
builder.Services.AddHttpClient<TripletexClient>(demo.Reach(Provider.Tripletex)).ReportFailuresToSystemLog(Sources.Tripletex);
builder.Services.AddHttpClient<MailchimpClient>(demo.Reach(Provider.Mailchimp)).ReportFailuresToSystemLog(Sources.MailchimpMarketing);

// SystemLog: where it keeps its data, whose errors it explains, the way an order goes, and how its pages fit into the admin.
builder.Services.AddSystemLog(log =>
    {
        log.DefaultShop = Shops.Fjordstrikk;
        log.Shops.Add(new Shop { Id = Shops.Fjordstrikk, Name = "Fjordstrikk", TimeZone = Shops.Zone });
        log.Shops.Add(new Shop { Id = Shops.Outlet, Name = "Fjordstrikk Outlet", TimeZone = Shops.Zone });
    })
    .UseSqlite($"Data Source={demo.Folder.File("systemlog.db")}")
    .AddVipps().AddKlarna().AddAdyen().AddTripletex().AddMailchimp()
    .AddSmtp(smtp =>
    {
        // The sandbox's mail server is on this machine and speaks no TLS; a real one keeps the default, STARTTLS.
        (smtp.Host, smtp.Port, smtp.Security) = (demo.Sandbox.Smtp.Host, demo.Sandbox.Smtp.Port, ConnectionSecurity.None);
        (smtp.From, smtp.FromName) = ("systemlog@fjordstrikk.example.no", "Fjordstrikk");
    })
    .AddWorkflow(SubjectTypes.Order, OrderWorkflow.Impleo).ConfigureOrders(OrderRules.Set).AddOrderStatusSink<StatusColumn>()
    .AddControlPanel(panel =>
    {
        panel.Layout = typeof(AdminLayout);
        panel.BackUrl = "/";
    });
builder.Services.AddSingleton<ISubjectSource, OrderSubjects>();

var app = builder.Build();
app.UseStaticFiles();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();
app.MapSignIn();
app.MapAdmin();
app.MapProfile();
app.MapSystemLog("/systemlog").RequireAuthorization(Person.Staff);
app.MapSystemLogCustomerOrders("/min-profil/orders.json").RequireAuthorization(Person.Customers);
return await demo.RunAsync(app);
