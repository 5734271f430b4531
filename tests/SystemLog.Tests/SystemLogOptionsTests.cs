using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SystemLog.Issues;
using SystemLog.Storage;

namespace SystemLog.Tests;

public sealed class SystemLogOptionsTests
{
    [Fact]
    public void The_defaults_are_those_in_the_documentation() =>
        new SystemLogOptions().Should().BeEquivalentTo(new
        {
            DefaultShop = "main",
            Shops = Array.Empty<Shop>(),
            QueueLimit = 10_000,
            QueueBytes = 32L * 1024 * 1024,
            PendingIssuesLimit = 10_000,
            BatchSize = 1_000,
            OccurrencesKept = 50,
            ShutdownTimeout = TimeSpan.FromSeconds(5),
            RedirectMailTo = (string?)null,
            RedirectMailFolder = (string?)null,
        });

    [Fact]
    public async Task Wrong_settings_keep_the_host_from_starting_and_the_message_shows_the_values()
    {
        await using var running = RunningLog.NotStarted(configure: options =>
        {
            options.DefaultShop = "no such shop";
            options.Shops.Add(new() { Id = "a" });
            options.Shops.Add(new() { Id = "a" });
            options.QueueLimit = 0;
            options.QueueBytes = 1;
            options.PendingIssuesLimit = 10;
            options.BatchSize = 20;
            options.OccurrencesKept = 0;
            options.ShutdownTimeout = TimeSpan.FromHours(1);
            options.RedirectMailTo = "kari@customer";
            options.RedirectMailFolder = "";
        });

        var start = running.StartAsync;

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().BeEquivalentTo(
            "QueueLimit (0) must be 1 to 1000000.",
            "QueueBytes (1) must be 65536 to 1073741824.",
            "OccurrencesKept (0) must be 1 to 1000.",
            "ShutdownTimeout (01:00:00) must be 00:00:00 to 00:05:00.",
            "BatchSize (20) must not exceed PendingIssuesLimit (10).",
            "RedirectMailTo ('kari@customer') and RedirectMailFolder ('') exclude each other.",
            "RedirectMailTo ('kari@customer') cannot be an e-mail address.",
            "RedirectMailFolder ('') cannot be a folder.",
            "'no such shop' is not a shop id: 1 to 64 letters, digits, '-', '_' or '.'.",
            "The shop 'a' is added twice.",
            "DefaultShop ('no such shop') is not among the shops: a, a.");
    }

    [Fact]
    public async Task Without_storage_the_host_does_not_start_and_the_message_says_what_to_call()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSystemLog();
        using var host = builder.Build();

        var start = () => host.StartAsync(TestContext.Current.CancellationToken);

        (await start.Should().ThrowAsync<InvalidOperationException>()).WithMessage("SystemLog has no storage. Call UseSqlite(...) or UsePostgreSql(...)*");
    }

    [Fact]
    public void Adding_it_twice_adds_to_what_is_configured()
    {
        var services = new ServiceCollection().AddLogging();
        var storage = new RecordingStorage();
        services.AddSingleton<IStorage>(storage).AddSingleton<IIssueStore>(storage).AddSingleton<IIssueQueries>(storage);

        services.AddSystemLog(options => options.QueueLimit = 7);
        services.AddSystemLog(options => options.BatchSize = 5);

        using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        provider.GetServices<IHostedService>().Should().ContainSingle();
        provider.GetRequiredService<IOptions<SystemLogOptions>>().Value.Should().Match<SystemLogOptions>(options => options.QueueLimit == 7 && options.BatchSize == 5);
        provider.GetRequiredService<IssueLog>().Should().NotBeNull();
    }
}
