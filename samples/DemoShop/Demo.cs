using System.Net;
using System.Net.Sockets;
using DemoShop.Orders;
using DemoShop.TradingDay;
using Microsoft.Data.Sqlite;
using ProviderSandbox;
using ProviderSandbox.Faults;
using SystemLog.Catalogue;
using SystemLog.Issues;

namespace DemoShop;

/// <summary>What makes this a demo rather than a shop: providers that run in this process, a clock that can be turned, and a day to play.</summary>
internal sealed class Demo : IAsyncDisposable
{
    private const int UsualPort = 5080;

    // What a busy machine may take, and what anybody is willing to wait for an answer that will not come.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PatienceInTrouble = TimeSpan.FromSeconds(1);

    private readonly DemoOptions _options;

    private Demo(DemoOptions options, DayClock clock, Sandbox sandbox)
    {
        _options = options;
        Clock = clock;
        Sandbox = sandbox;
        Folder = options.Once ? DemoFolder.Temporary() : DemoFolder.Usual();
    }

    public DayClock Clock { get; }

    public Sandbox Sandbox { get; }

    public DemoFolder Folder { get; }

    public static async Task<Demo> StartAsync(DemoOptions options)
    {
        var clock = options.Once ? DayClock.Fixed() : DayClock.EndingNow(TimeProvider.System);
        return new Demo(options, clock, await Sandbox.StartAsync(clock));
    }

    /// <summary>Tells a client where its provider is, and how long to wait for it.</summary>
    public Action<HttpClient> Reach(Provider provider) => http =>
    {
        http.BaseAddress = Sandbox.AddressOf(provider);
        http.Timeout = Sandbox.Faults.Pending.Any(fault => fault.Kind is FaultKind.TimeOut) ? PatienceInTrouble : Patience;
    };

    /// <summary>Plays the day, and serves the shop until it is stopped; or prints what the day left, and ends.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(WebApplication app)
    {
        await using var running = app;
        ChooseAddress(app);
        await app.Services.GetRequiredService<OrderBook>().CreateAsync();
        await app.Services.GetRequiredService<ZReportBook>().CreateAsync();
        await app.StartAsync();
        await app.Services.GetRequiredService<DayPlayer>().PlayAsync(app.Lifetime.ApplicationStopping);

        if (_options.Once)
        {
            return await ReportAsync(app);
        }

        Clock.Release();
        Console.WriteLine($"Fjordstrikk is open: {app.Urls.First()}");
        Console.WriteLine($"The merchant's summary mail has arrived: {Sandbox.MailPage}");
        Console.WriteLine($"One order waits for approval, and two cannot go on: {app.Urls.First()}/systemlog/orders");
        Console.WriteLine("The day has been traded. Sign in with one click and follow the warning triangle. Ctrl+C stops.");
        await app.WaitForShutdownAsync();
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Folder.Dispose();
    }

    private async Task<int> ReportAsync(WebApplication app)
    {
        // A stopped host has written everything that was reported.
        await app.StopAsync();
        var log = app.Services.GetRequiredService<IssueLog>();
        var summary = await DaySummary.ReadAsync(app.Services.GetRequiredService<OrderBook>(), log);
        summary.Print(Console.Out, app.Services.GetRequiredService<ErrorCatalogue>());
        if (_options.JsonFile is { } file)
        {
            await summary.WriteJsonAsync(file);
        }

        return log.Waiting == 0 ? 0 : 1;
    }

    /// <summary>The usual address where nothing else was asked for and nothing else listens there.</summary>
    private void ChooseAddress(WebApplication app)
    {
        if (_options.Once || (app.Urls.Count == 0 && app.Configuration["urls"] is null && !IsFree(UsualPort)))
        {
            app.Urls.Clear();
            app.Urls.Add("http://127.0.0.1:0");
        }
        else if (app.Urls.Count == 0 && app.Configuration["urls"] is null)
        {
            app.Urls.Add($"http://localhost:{UsualPort}");
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
