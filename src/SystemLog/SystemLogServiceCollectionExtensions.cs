using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SystemLog;
using SystemLog.Catalogue;
using SystemLog.Digests;
using SystemLog.Issues;
using SystemLog.Messages;
using SystemLog.Settings;
using SystemLog.Storage;
using SystemLog.Work;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds SystemLog to a host.</summary>
public static class SystemLogServiceCollectionExtensions
{
    /// <summary>Adds SystemLog. Calling it again adds to what is already configured. Wrong settings keep the host from starting.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets the options; see <see cref="SystemLogOptions"/> for the defaults.</param>
    public static SystemLogBuilder AddSystemLog(this IServiceCollection services, Action<SystemLogOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);

        services.AddOptionsWithValidateOnStart<SystemLogOptions, SystemLogOptionsRules>().Configure(configure ?? (_ => { }));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ShopDirectory>();
        services.TryAddSingleton<ErrorCatalogue>();
        services.TryAddSingleton<IssueDeltaBuilder>();
        services.TryAddSingleton<ReportIntake>();
        services.TryAddSingleton(CreateSaver);
        services.TryAddSingleton<IssueWriter>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, IssueWriter>(provider => provider.GetRequiredService<IssueWriter>()));
        services.TryAddSingleton(CreateLog);
        services.TryAddSingleton(CreateEngine);
        services.TryAddSingleton<Mailer>();
        AddDigests(services);
        return new SystemLogBuilder(services);
    }

    private static void AddDigests(IServiceCollection services)
    {
        // By hand, so that a host that has forgotten its storage is told so, not that some store of ours is missing.
        services.TryAddSingleton(provider => new DigestReader(
            provider.GetRequiredService<IIssueSummaries>(), provider.GetRequiredService<IIssueQueries>(), provider.GetRequiredService<ShopDirectory>()));
        services.TryAddSingleton(provider => new DigestLedger(
            provider.GetRequiredService<ISettingStore>(), provider.GetRequiredService<IWorkQueries>()));
        services.TryAddSingleton<DigestWriter>();
        services.TryAddSingleton<DigestPost>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IWorkHandler, DigestHandler>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IRecurringWork, DigestRecurrence>());
        services.TryAddSingleton(provider => new DigestService(
            provider.GetRequiredService<DigestLedger>(),
            provider.GetRequiredService<DigestPost>(),
            provider.GetRequiredService<WorkEngine>(),
            (provider.GetRequiredService<ShopDirectory>(), provider.GetRequiredService<TimeProvider>())));
    }

    private static BatchSaver CreateSaver(IServiceProvider provider) => new(
        provider.GetService<IStorage>()
            ?? throw new InvalidOperationException("SystemLog has no storage. Call UseSqlite(...) or UsePostgreSql(...) after AddSystemLog()."),
        provider.GetRequiredService<IIssueStore>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILogger<BatchSaver>>());

    private static WorkEngine CreateEngine(IServiceProvider provider)
    {
        var store = provider.GetRequiredService<IWorkStore>();
        var attempts = new WorkAttemptRunner(
            store, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<WorkAttemptRunner>>());
        return new(store, attempts, provider.GetServices<IWorkHandler>(), provider.GetServices<IRecurringWork>());
    }

    private static IssueLog CreateLog(IServiceProvider provider) => new(
        provider.GetRequiredService<IIssueStore>(),
        provider.GetRequiredService<IIssueQueries>(),
        provider.GetRequiredService<ShopDirectory>(),
        provider.GetRequiredService<TimeProvider>(),
        (provider.GetRequiredService<ReportIntake>(), provider.GetRequiredService<BatchSaver>()));
}
