using Microsoft.Extensions.DependencyInjection;
using SystemLog.Catalogue;
using SystemLog.Digests;
using SystemLog.Issues;
using SystemLog.Messages;
using SystemLog.Storage;
using SystemLog.Subjects;
using SystemLog.Testing;
using SystemLog.Work;

namespace SystemLog.Tests.Digests;

/// <summary>A host with one shop in Oslo, a clock that the test turns, and a mail server that keeps what it is given.</summary>
internal sealed class DigestHost : IAsyncDisposable
{
    public static readonly Actor Kari = new("u7", "Kari Nordmann");

    private readonly ServiceProvider _services;

    private DigestHost(ServiceProvider services) => _services = services;

    /// <summary>Gets the clock: a Monday in winter, 09:00 in Oslo.</summary>
    public ManualTime Time { get; } = new(new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    public RecordingSender Server { get; } = new();

    public DigestService Digests => _services.GetRequiredService<DigestService>();

    public WorkEngine Engine => _services.GetRequiredService<WorkEngine>();

    public static async Task<DigestHost> StartAsync(Action<SystemLogOptions>? configure = null)
    {
        var services = new ServiceCollection().AddLogging();
        var host = new DigestHost(services, configure);
        await host._services.GetRequiredService<IStorage>().PrepareAsync(_ => { }, TestContext.Current.CancellationToken);
        return host;
    }

    private DigestHost(IServiceCollection services, Action<SystemLogOptions>? configure)
    {
        services.AddSingleton<TimeProvider>(Time).AddSingleton<IMessageSender>(Server);
        services.AddSystemLog(options =>
        {
            options.Shops.Add(new() { Id = "main", Name = "Fjord & Foss", TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo") });
            configure?.Invoke(options);
        }).UseThrowawaySqlite();
        _services = services.BuildServiceProvider();
    }

    public static DigestSettings Daily(int hour = 7) => new() { IsOn = true, Hour = hour, Recipients = ["kari@shop.example"] };

    public async Task SaveAsync(DigestSettings settings, Uri? panel = null)
    {
        var seen = (await Digests.FindAsync("main")).Version;
        (await Digests.SaveAsync("main", settings, new(seen, Kari, panel))).Should().BeOfType<DigestSaveResult.Saved>();
    }

    /// <summary>Turns the clock on and does what is due then.</summary>
    public Task PassAsync(TimeSpan time)
    {
        Time.Advance(time);
        return Engine.RunDueAsync(TestContext.Current.CancellationToken);
    }

    public Task FailAsync(string order) => _services.GetRequiredService<IIssueStore>().RecordAsync(
        new(
            [
                FjordAndFoss.Failure(
                    new() { Shop = "main", Source = Sources.Klarna, Operation = Operations.Capture, Subject = SubjectRef.Order(order) },
                    Time.GetUtcNow(), number: 1, Cause.AuthorizationExpired),
            ],
            [], []));

    public async Task<IReadOnlyList<SentDigest>> ListAsync() => (await Digests.ListAsync("main")).Items;

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
