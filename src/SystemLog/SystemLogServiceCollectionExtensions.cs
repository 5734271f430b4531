using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SystemLog;
using SystemLog.Catalogue;
using SystemLog.Issues;

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

        services.AddOptionsWithValidateOnStart<SystemLogOptions, SystemLogOptionsValidator>().Configure(configure ?? (_ => { }));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SystemLogOptions>, SystemLogOptionsRules>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SystemLogOptions>, StorageRule>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ShopDirectory>();
        services.TryAddSingleton<ErrorCatalogue>();
        services.TryAddSingleton<IssueDeltaBuilder>();
        services.TryAddSingleton<ReportIntake>();
        services.TryAddSingleton<BatchSaver>();
        services.TryAddSingleton<IssueWriter>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, IssueWriter>(provider => provider.GetRequiredService<IssueWriter>()));
        services.TryAddSingleton(provider => new IssueLog(
            provider.GetRequiredService<IIssueStore>(),
            provider.GetRequiredService<IIssueQueries>(),
            provider.GetRequiredService<ShopDirectory>(),
            provider.GetRequiredService<TimeProvider>(),
            (provider.GetRequiredService<ReportIntake>(), provider.GetRequiredService<BatchSaver>())));
        return new SystemLogBuilder(services);
    }
}
