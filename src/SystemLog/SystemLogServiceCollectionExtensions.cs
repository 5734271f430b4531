using Microsoft.Extensions.DependencyInjection.Extensions;
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
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ShopDirectory>();
        services.TryAddSingleton<ErrorCatalogue>();
        services.TryAddSingleton<IssueLog>();
        return new SystemLogBuilder(services);
    }
}
